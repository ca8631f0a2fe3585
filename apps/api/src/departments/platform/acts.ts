import { label } from '@kehu/domain/catalogue/labels';
import { type ActSpec, inputFields, reasonField, versioned } from '../../commands/act-schema.js';
import type { Told } from '../../notify/notify.js';
import { delegate, delegationFields, endDelegation } from './delegations.js';
import {
  acceptTask,
  assignTask,
  cancelTask,
  completeTask,
  confirmTask,
  returnTask,
  taskFields,
} from './tasks.js';

const done = (outcome: unknown) => {
  const { id: recordId, told } = outcome as { id: string; told: readonly Told[] };
  return { recordId, told };
};

/** Mutations of the desk: tasks 交办 (R2.10) and delegations 委托代理 (B7.7). */
export function platformActs(): ActSpec[] {
  const task = { returns: 'AssignedTask', answer: done };
  return [
    {
      ...task,
      command: assignTask,
      label: label('交办', '交辦', 'Give a task'),
      input: inputFields('AssignedTask', taskFields, ['title', 'assignee', 'dueAt']),
    },
    {
      ...task,
      command: acceptTask,
      label: label('接收交办', '接收交辦', 'Take on a task'),
      input: versioned,
    },
    {
      ...task,
      command: completeTask,
      label: label('完成交办', '完成交辦', 'Complete a task'),
      input: { ...versioned, ...inputFields('AssignedTask', ['result'], ['result']) },
    },
    {
      ...task,
      command: confirmTask,
      label: label('验收交办', '驗收交辦', 'Confirm a task'),
      input: { ...versioned, ...inputFields('AssignedTask', ['verdict']) },
    },
    {
      ...task,
      command: returnTask,
      label: label('退回交办', '退回交辦', 'Return a task'),
      input: { ...versioned, ...inputFields('AssignedTask', ['verdict'], ['verdict']) },
    },
    {
      ...task,
      command: cancelTask,
      label: label('取消交办', '取消交辦', 'Cancel a task'),
      input: { ...versioned, ...reasonField(true) },
    },
    {
      command: delegate,
      label: label('委托代理', '委託代理', 'Delegate'),
      input: inputFields('Delegation', delegationFields, ['to', 'endsAt', 'reason']),
      returns: 'Delegation',
      answer: done,
    },
    {
      command: endDelegation,
      label: label('结束委托', '結束委託', 'End a delegation'),
      input: versioned,
      returns: 'Delegation',
      answer: done,
    },
  ] as ActSpec[];
}
