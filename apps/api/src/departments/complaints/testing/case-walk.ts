import { type CaseHouse, wholeReport } from './case-house.js';

/** An oral reply, as every closing act takes it. */
export const oral = { mode: 'ORAL', content: '已向客户说明', talkedTo: '王小明' };

/** Walks a case of the house to a station, by the people whose part it is. */
export interface CaseWalk {
  state(id: string): Promise<unknown>;
  desk(id: string): Promise<string>;
  accepted(more?: object): Promise<string>;
  investigating(more?: object): Promise<string>;
  replyPending(remedy?: string, conclusion?: string): Promise<string>;
}

export function caseWalk(house: CaseHouse): CaseWalk {
  const state = async (id: string) => (await house.row(id)).state;
  const desk = async (id: string) => String((await house.row(id)).desk_id);

  async function accepted(more = {}): Promise<string> {
    const id = await house.open('clerk', more);
    await house.act('clerk', 'assessComplaint', id, { result: 'HOLDS', reason: '椅脚确有裂纹' });
    await house.act('supervisor', 'ruleOnComplaint', id, { decision: 'ACCEPT', reason: '属质量问题' });
    return id;
  }

  async function investigating(more = {}): Promise<string> {
    const id = await accepted(more);
    await house.act('office', 'assignComplaint', id, {
      departmentId: house.departments.quality,
      handlerId: house.people.handler,
      instruction: '查明原因',
    });
    await house.act('handler', 'acceptAssignment', id);
    return id;
  }

  async function replyPending(remedy = 'EXPLAIN', conclusion = 'THIRD_PARTY'): Promise<string> {
    const id = await investigating();
    await house.act(
      'handler',
      'submitInvestigationReport',
      id,
      wholeReport(await house.original(id), conclusion),
    );
    await house.act('reviewer', 'reviewInvestigationReport', id, { result: 'AGREE' });
    await house.act('office', 'giveHrOpinion', id, { result: 'AGREE', opinion: '拟同意' });
    await house.act('gm', 'decideComplaint', id, { result: 'AGREE', decision: '同意' });
    await house.act('handler', 'submitHandlingOpinion', id, { remedy, detail: '更换椅子' });
    await house.act('reviewer', 'reviewHandlingOpinion', id, { result: 'AGREE' });
    return id;
  }

  return { state, desk, accepted, investigating, replyPending };
}
