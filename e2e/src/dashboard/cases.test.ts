// biome-ignore-all lint/performance/useDomNodeTextContent: what is drawn on the page is what is tested
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.js';
import {
  buttonOnCase,
  type CaseOffice,
  choose,
  daysOn,
  doNext,
  doOnCase,
  handIn,
  openOffice,
  photo,
  picture,
  register,
  workOn,
} from './case-office.js';
import { type RunningServer, startServer } from './server.js';
import { accessibilityProblems, ask, open, overflow } from './visitor.js';

let server: RunningServer;
let browser: Browser;
let office: CaseOffice;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  office = await openOffice(browser, server.url);
});
afterAll(async () => {
  await office?.close();
  await browser?.close();
  await server?.stop();
});

const agree = async (form: Locator) => {
  await form.getByRole('radio', { name: '同意' }).check();
};
const nothing = async () => {};

/** The case as its own record says, whatever the page draws. */
const stateOf = async (login: string, id: string): Promise<string> => {
  const { complaint } = await ask<{ complaint: { state: string } }>(
    await office.at(login),
    'query Q($id: ID!) { complaint(id: $id) { state } }',
    { id },
  );
  return complaint.state;
};

describe('a whole case, through twelve people', () => {
  let id = '';
  let no = '';
  /** The act that waits for somebody in 我的待办, filled in and handed in. */
  const does = async (
    login: string,
    act: string,
    fill: (form: Locator) => Promise<void> = nothing,
    size: 'desk' | 'phone' = 'desk',
  ) => doNext(await office.at(login, size), server.url, no, act, fill, `${login}-${act}`);
  const onCase = async (login: string, act: string, fill: (form: Locator) => Promise<void>) =>
    doOnCase(await office.at(login), server.url, id, act, fill, `${login}-${act}`);

  it('is registered in the store on a telephone of 390 pixels, and its reason is confirmed', async () => {
    const page = await office.at('store-staff', 'phone');
    ({ id, no } = await register(page, server.url, {
      name: '钱晓岚',
      phone: '13800138021',
      what: '上周送到的餐椅坐了三天，左后腿开裂，老人差点摔倒。要求换一把并赔偿。',
      category: '质量缺陷',
      demand: '换货',
      files: [photo('开裂的椅腿.png'), photo('客户来函.png')],
    }));
    await picture(page, 'registered', true);
    expect(await overflow(page)).toBe(0);
    await does(
      'store-staff',
      '确认理由',
      async (form) => {
        await form.getByRole('radio', { name: '成立', exact: true }).check();
        await form.getByRole('button', { name: '核对小票与实物，情况属实。' }).click();
      },
      'phone',
    );
    expect(await stateOf('store-staff', id)).toBe('PENDING_RULING');
  });

  it('is accepted by the supervisor of the store and given to a department by HR and administration', async () => {
    await does('store-sup', '裁定受理', async (form) => {
      await form.getByRole('radio', { name: '受理', exact: true }).check();
      await form.getByRole('button', { name: '属投诉范围，理由成立，予以受理。' }).click();
    });
    await does('hr-admin', '指定受理部门', async (form) => {
      await choose(form, '受理部门', '品质管理部');
      await choose(form, '经办人', office.name('handler'));
      await form.getByLabel('指示').fill('请查明开裂原因和同批次情况，按期提交调查报告。');
    });
    expect(await stateOf('hr-admin', id)).toBe('ASSIGNED');
  });

  it('is investigated with the help of two departments', async () => {
    await does('handler', '接收任务');
    for (const [department, login, request] of [
      ['物流配送部', 'logistics', '请查这张订单的装卸和运输记录。'],
      ['技术支持部', 'tech', '请检测左后腿榫接强度。'],
    ] as const)
      await onCase('handler', '请求协办', async (form) => {
        await choose(form, '协办部门', department);
        await choose(form, '协办人', office.name(login));
        await form.getByLabel('协办内容').fill(request);
        await form.getByLabel('期限').fill(daysOn(1));
      });
    await expectClosed('handler', '提交调查报告', '协办');
    for (const login of ['logistics', 'tech']) {
      await does(login, '接收协办');
      await does(login, '回复协办', (form) => form.getByLabel('回复').fill('已查，记录和照片另附。'));
    }
  });

  it('is urged by HR and administration, and the urge is answered', async () => {
    await onCase('hr-admin', '督办', (form) =>
      form.getByRole('button', { name: '临近期限，请尽快办理。' }).click(),
    );
    await does('handler', '回应', (form) =>
      form.getByRole('textbox', { name: '内容' }).fill('协办已回复，今日提交报告。'),
    );
  });

  it('is reported on, reviewed, and brought to the general manager', async () => {
    await does('handler', '提交调查报告', async (form) => {
      for (const head of await form.getByRole('group', { name: '调查事项' }).getByRole('textbox').all())
        await head.fill('核对实物、订单和记录，情况属实。');
      await form.getByLabel('发生原因').fill('左后腿榫接处胶合不足。');
      await form.getByLabel('具体经过').fill('10 日送达，13 日客户发现开裂并来电。');
      const people = form.getByRole('group', { name: '责任人' });
      await people.getByRole('button', { name: '增加一行' }).click();
      await people.getByLabel('外部人员').fill('供应商装配线');
      await form.getByRole('combobox', { name: '责任认定' }).selectOption({ label: '我方责任' });
      await form.getByRole('textbox', { name: '结论' }).fill('属质量缺陷，我方承担责任。');
      await form.getByLabel('对策').fill('更换同款餐椅一把，并致歉。');
      await form.getByLabel('防范措施').fill('同批次椅腿全检，胶合工序加抽检。');
      await form.getByRole('combobox', { name: '投诉原件' }).selectOption({ label: '开裂的椅腿.png' });
    });
    await does('handler-sup', '审核调查报告', agree);
    await does('hr-admin', '签署行政人事部意见', async (form) => {
      await form.getByRole('radio', { name: '呈报总经理' }).check();
      await form.getByLabel('意见').fill('责任清楚，拟同意更换并赔偿 300 元。');
    });
    await does(
      'gm',
      '总经理批阅',
      async (form) => {
        await form.getByRole('radio', { name: '同意', exact: true }).check();
        await form.getByRole('button', { name: '同意，请抓紧办理，按期答复客户。' }).click();
        expect(await accessibilityProblems(form.page())).toEqual([]);
        expect(await overflow(form.page())).toBe(0);
      },
      'phone',
    );
    expect(await stateOf('gm', id)).toBe('OPINION_DRAFT');
  });

  it('gives rise to a task of the general manager, which is done and accepted', async () => {
    const page = await office.at('gm');
    await open(page, server.url, `/complaints/${id}/show`);
    await page.getByRole('region', { name: '协办与交办' }).getByRole('button', { name: '交办' }).click();
    await handIn(
      page,
      '交办',
      async (form) => {
        await form.getByLabel('事项').fill(`${no}：核查同批次餐椅的在售库存`);
        await choose(form, '承办人', office.name('dept-head'));
        await form.getByLabel('期限').fill(daysOn(3));
      },
      'gm-交办',
    );
    await does('dept-head', '接收交办');
    await does('dept-head', '报告完成', (form) => form.getByLabel('办理结果').fill('在售 12 把已下架送检。'));
    await does('gm', '验收', (form) => form.getByRole('button', { name: '同意验收。' }).click());
  });

  it('is settled: opinion, compensation within the limits, measure', async () => {
    await onCase('handler', '申请赔偿', async (form) => {
      await form.getByRole('combobox', { name: '类型' }).selectOption({ label: '赔偿' });
      await form.getByLabel('金额').fill('300');
      await form.getByLabel('理由').fill('老人受惊，按行政人事部意见赔偿。');
    });
    await does('handler-sup', '批准赔偿', (form) => form.getByRole('button', { name: '同意。' }).click());
    // Whoever is to see to a measure must be able to read the case.
    await onCase('handler-sup', '抄送', (form) => choose(form, '人员', office.name('ops')));
    await onCase('handler-sup', '登记预防措施', async (form) => {
      await form.getByLabel('措施').fill('同批次椅腿全检');
      await choose(form, '责任人', office.name('ops'));
    });
    await does('handler', '提交处理意见', async (form) => {
      await form.getByRole('combobox', { name: '处理方式' }).selectOption({ label: '赔偿' });
      await form.getByLabel('金额').fill('300');
      await form.getByLabel('具体意见').fill('更换同款餐椅一把，赔偿 300 元，上门致歉。');
      await choose(form, '执行人', office.name('finance'));
      await form.getByLabel('执行期限').fill(daysOn(2));
    });
    await does('handler-sup', '审核处理意见', agree);
  });

  it('is answered, carried out and closed by customer service', async () => {
    await does('ops-cs', '答复客户', async (form) => {
      await form.getByLabel('通话对象').fill('钱女士');
      await form
        .getByRole('textbox', { name: '内容' })
        .fill('已查明属质量问题，更换同款餐椅并赔偿 300 元，深表歉意。');
      await form.getByRole('radio', { name: '客户接受，执行处理' }).check();
    });
    await does('finance', '执行赔偿', (form) => form.getByLabel('凭证号').fill('PZ-2026-0417'));
    await does('ops', '完成措施', (form) => form.getByLabel('完成情况').fill('同批 240 把全检，退回 3 把。'));
    await does('ops-cs', '结案', (form) =>
      form.getByRole('textbox', { name: '执行凭证' }).fill('换货单已签收，付款凭证 PZ-2026-0417'),
    );
    expect(await stateOf('ops-cs', id)).toBe('CLOSED');
  });

  it('shows each of the twelve in its timeline, with every document, and nothing left to do', async () => {
    const page = await office.at('hr-admin');
    await open(page, server.url, `/complaints/${id}/show`);
    await picture(page, 'closed', true);
    const timeline = await page.getByRole('region', { name: '办理过程' }).innerText();
    const people = [
      'store-staff',
      'store-sup',
      'hr-admin',
      'handler',
      'logistics',
      'tech',
      'handler-sup',
      'gm',
      'dept-head',
      'ops',
      'finance',
      'ops-cs',
    ];
    const missing = people.filter((login) => !timeline.includes(office.name(login)));
    expect(missing).toEqual([]);
    const documents = page.getByRole('region', { name: '文书', exact: true });
    for (const title of [
      '理由确认',
      '受理裁定',
      '指派单',
      '调查报告',
      '主管审核',
      '行政人事部意见',
      '处理意见',
      '答复',
    ])
      await documents.getByRole('article', { name: title, exact: true }).first().waitFor();
    await page.getByText('案件已办结').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    // The decision is read by whoever acts on it, not by whoever brought the case to it.
    const manager = await office.at('gm');
    await open(manager, server.url, `/complaints/${id}/show`);
    await manager.getByRole('article', { name: '总经理批阅', exact: true }).first().waitFor();
    expect(office.problems()).toEqual([]);
  });

  it('is gone from the desks and from the ledger of supervision', async () => {
    const page = await office.at('hr-admin');
    expect(await (await workOn(page, server.url, no)).getByText('案件 ·').count()).toBe(0);
    await open(page, server.url, '/case-oversight');
    await picture(page, 'ledger');
    expect(await page.locator('#content').getByText(no).count()).toBe(0);
  });

  /** The button of an act is there for this person, closed, and says why. */
  async function expectClosed(login: string, act: string, why: string): Promise<void> {
    const page = await office.at(login);
    const button = await buttonOnCase(page, server.url, id, act);
    await picture(page, `${login}-closed`, true);
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    expect(await button.innerText()).toContain(why);
  }
});

describe('a refused case', () => {
  const matter = {
    name: '吴建平',
    phone: '13900139045',
    what: '沙发用了两年，自己改装过底架，现在塌了一边，要求全额退款。',
    category: '质量缺陷',
    demand: '退款',
  };
  const refused = async () => {
    const { id, no } = await register(await office.at('store-staff', 'phone'), server.url, matter);
    await doNext(
      await office.at('store-staff', 'phone'),
      server.url,
      no,
      '确认理由',
      async (form) => {
        await form.getByRole('radio', { name: '不成立' }).check();
        await form.getByRole('button', { name: '经核对，系客户使用不当。' }).click();
      },
      'refused-assessed',
    );
    await doNext(
      await office.at('store-sup', 'phone'),
      server.url,
      no,
      '裁定受理',
      async (form) => {
        await form.getByRole('radio', { name: '不受理' }).check();
        await form.getByText('须向客户婉转说明').waitFor();
        await form.getByRole('button', { name: '责任在客户一方，不予受理。' }).click();
      },
      'refused-ruled',
    );
    expect(await stateOf('store-sup', id)).toBe('NOT_ACCEPTED');
    return { id, no };
  };

  it('is explained to the customer by the store, on the telephone, and ends with the reason on record', async () => {
    const { id, no } = await refused();
    const page = await office.at('store-staff', 'phone');
    await doNext(
      page,
      server.url,
      no,
      '向客户说明不受理',
      async (form) => {
        expect(await form.innerText()).toContain('责任在客户一方，不予受理。');
        await form.getByLabel('通话对象').fill('吴先生');
        await form.getByRole('button', { name: /感谢您的反馈/ }).click();
      },
      'refused-explained',
    );
    expect(await stateOf('store-staff', id)).toBe('CLOSED_NOT_ACCEPTED');
    await open(page, server.url, `/complaints/${id}/show`);
    await page.getByText('案件已办结').waitFor();
    await picture(page, 'refused-closed', true);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    const clerk = await office.at('hr-admin');
    await open(clerk, server.url, `/complaints/${id}/show`);
    const reply = clerk.getByRole('article', { name: '答复', exact: true });
    expect(await reply.innerText()).toContain('不受理说明');
    expect(await reply.innerText()).toContain('恳请谅解');
  });

  it('goes on when customer service overturns the ruling, which whoever ruled may not', async () => {
    const { id } = await refused();
    const supervisor = await office.at('store-sup');
    await open(supervisor, server.url, `/complaints/${id}/show`);
    expect(await supervisor.getByRole('button', { name: '改裁为受理', exact: true }).count()).toBe(0);
    await doOnCase(
      await office.at('ops-cs'),
      server.url,
      id,
      '改裁为受理',
      (form) =>
        form
          .getByRole('textbox', { name: '理由' })
          .fill('客户补交了保修期内的维修记录，改装系我方人员所为。'),
      'refused-overturned',
    );
    expect(await stateOf('ops-cs', id)).toBe('ACCEPTED');
    const clerk = await office.at('hr-admin');
    await open(clerk, server.url, `/complaints/${id}/show`);
    const rulings = clerk.getByRole('article', { name: '受理裁定' });
    expect(await rulings.first().innerText()).toContain('改裁');
    expect(office.problems()).toEqual([]);
  });
});
