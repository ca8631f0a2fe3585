import { label } from '@kehu/domain/catalogue/labels';
import { GraphQLString } from 'graphql';
import { type ActSpec, inputFields, reasonField, versioned } from '../../commands/act-schema.js';
import { catalogueTypes } from '../../graphql/schema/catalogue-types.js';
import type { FieldSpecs } from '../../graphql/schema/declare.js';
import { scalars } from '../../graphql/schema/kinds.js';
import { assignCustomerOwner } from './commands/assign-owner.js';
import { createCustomer, customerFields } from './commands/create-customer.js';
import { addPart, addressPart, contactPart, removePart, updatePart } from './commands/parts.js';
import { organisationProfile, personProfile, saveProfile } from './commands/profiles.js';
import { revealPersonalData } from './commands/reveal.js';
import { tagCustomer, untagCustomer } from './commands/tags.js';
import { updateCustomer } from './commands/update-customer.js';

const customerId: FieldSpecs = {
  customerId: { type: () => scalars.id, required: true, label: label('客户', '客戶', 'Customer') },
};
const { id: _, ...expectedVersion } = versioned;
const optionalVersion: FieldSpecs = {
  expectedVersion: {
    type: () => scalars.integer,
    label: label('所见的版本', '所見的版本', 'The version that was seen'),
  },
};
const recordOf = (outcome: unknown) => ({ recordId: (outcome as { id: string }).id });

/** Mutations of the customer file. */
export function customerActs(): ActSpec[] {
  catalogueTypes().declarations.object('RevealedValue', {
    field: { type: () => GraphQLString, required: true, label: label('项目', '項目', 'Field') },
    value: { type: () => GraphQLString, label: label('完整号码', '完整號碼', 'In full') },
  });
  const revealed = catalogueTypes().declarations.ref('RevealedValue');
  return [
    {
      command: createCustomer,
      label: label('新建客户', '新增客戶', 'Create a customer'),
      input: inputFields('Customer', customerFields, ['type', 'partyType', 'name']),
      returns: 'Customer',
      answer: recordOf,
    },
    {
      command: updateCustomer,
      label: label('修改客户档案', '修改客戶檔案', 'Correct a customer file'),
      input: { ...versioned, ...inputFields('Customer', customerFields), ...reasonField(false) },
      returns: 'Customer',
      answer: recordOf,
    },
    {
      command: assignCustomerOwner,
      label: label('移交客户', '移交客戶', 'Assign a customer to another owner'),
      input: {
        ...customerId,
        ...expectedVersion,
        ...inputFields('Customer', ['owner'], ['owner']),
        ...reasonField(true),
      },
      returns: 'Customer',
      answer: recordOf,
    },
    ...partActs(),
    {
      command: tagCustomer,
      label: label('加标签', '加標籤', 'Tag a customer'),
      input: { ...customerId, ...expectedVersion, ...inputFields('CustomerTag', ['tag'], ['tag']) },
      returns: 'Customer',
      answer: recordOf,
    },
    {
      command: untagCustomer,
      label: label('去标签', '去標籤', 'Take a tag off a customer'),
      input: { ...customerId, ...expectedVersion, ...inputFields('CustomerTag', ['tag'], ['tag']) },
      returns: 'Customer',
      answer: recordOf,
    },
    {
      command: saveProfile('savePersonProfile', personProfile),
      label: label('保存个人资料', '儲存個人資料', 'Save the personal profile'),
      input: { ...customerId, ...optionalVersion, ...inputFields('PersonProfile', personProfile.fields) },
      returns: 'Customer',
      answer: recordOf,
    },
    {
      command: saveProfile('saveOrganisationProfile', organisationProfile),
      label: label('保存单位资料', '儲存單位資料', 'Save the organisation profile'),
      input: {
        ...customerId,
        ...optionalVersion,
        ...inputFields('OrganisationProfile', organisationProfile.fields),
      },
      returns: 'Customer',
      answer: recordOf,
    },
    {
      command: revealPersonalData,
      label: label('查看完整号码', '查看完整號碼', 'Reveal identifiers in full, on record'),
      input: {
        entity: { type: () => GraphQLString, required: true, label: label('对象', '對象', 'Kind of record') },
        id: { type: () => scalars.id, required: true, label: label('编号', '編號', 'Id') },
        fields: { type: () => [GraphQLString], required: true, label: label('项目', '項目', 'Fields') },
        ...reasonField(true),
        basis: {
          type: () => GraphQLString,
          label: label(
            '理由取自哪一案件、来访或订单',
            '理由取自哪一案件、來訪或訂單',
            'The case, visit or order that the reason is taken from',
          ),
        },
      },
      returns: 'PersonalDataReveal',
      more: {
        values: { type: () => [revealed()], required: true, label: label('完整号码', '完整號碼', 'In full') },
      },
      answer: (outcome) => {
        const { revealId, values } = outcome as { revealId: string; values: readonly unknown[] };
        return { recordId: revealId, values };
      },
    },
  ] as ActSpec[];
}

function partActs(): ActSpec[] {
  const acts = [];
  for (const [part, noun, text] of [
    [contactPart, 'Contact', label('联系人', '聯絡人', 'contact')],
    [addressPart, 'CustomerAddress', label('地址', '地址', 'address')],
  ] as const) {
    const required = part.kind === 'Contact' ? ['name'] : ['purpose'];
    const words = (hans: string, hant: string, en: string) =>
      label(`${hans}${text['zh-Hans']}`, `${hant}${text['zh-Hant']}`, `${en} ${text.en}`);
    acts.push(
      {
        command: addPart(`add${noun}`, part),
        label: words('新增', '新增', 'Add a'),
        input: { ...customerId, ...inputFields(part.kind, part.fields, required) },
        returns: part.kind,
        answer: recordOf,
      },
      {
        command: updatePart(`update${noun}`, part),
        label: words('修改', '修改', 'Change a'),
        input: { ...versioned, ...inputFields(part.kind, part.fields) },
        returns: part.kind,
        answer: recordOf,
      },
      {
        command: removePart(`remove${noun}`, part),
        label: words('删除', '刪除', 'Remove a'),
        input: versioned,
        returns: 'Customer',
        answer: (outcome: unknown) => ({ recordId: (outcome as { customerId: string }).customerId }),
      },
    );
  }
  return acts as ActSpec[];
}
