import type { Actor } from '@kehu/domain/access/actor';
import { label } from '@kehu/domain/catalogue/labels';
import { GraphQLBoolean, GraphQLString } from 'graphql';
import { loadActor } from '../../access/actors.js';
import { clearCookie, setCookie } from '../../access/cookies.js';
import { permissionRowsOf } from '../../access/permission-rows.js';
import { signIn, signOut } from '../../access/sign-in.js';
import type { RootSpec } from '../../commands/act-schema.js';
import { unauthenticated } from '../../commands/errors.js';
import { perform } from '../../commands/run.js';
import type { RequestContext } from '../../context.js';
import { catalogueTypes } from '../../graphql/schema/catalogue-types.js';
import { scalars } from '../../graphql/schema/kinds.js';
import { createApiToken } from './commands/account.js';

const text = () => GraphQLString;
const required = true as const;

/** Types of signing in, of `me` and of the rows of the permission matrices. */
export function declareSignInTypes(): void {
  const { declarations: to } = catalogueTypes();
  to.object('PermissionRow', {
    id: { type: text, required, label: label('标识', '識別', 'Name of the cell') },
    matrix: { type: text },
    matrixLabel: { type: text },
    role: { type: text, required },
    roleLabel: { type: text, required },
    subject: { type: text, required },
    subjectLabel: { type: text, required },
    action: { type: text, required },
    actionLabel: { type: text, required },
    scope: { type: text, required },
    scopeLabel: { type: text, required },
    masked: {
      type: () => GraphQLBoolean,
      required,
      label: label('号码脱敏', '號碼遮罩', 'Identifiers masked'),
    },
    disclosure: { type: text, required },
    disclosureLabel: { type: text, required },
    fields: {
      type: () => [GraphQLString],
      label: label(
        '可见的字段；为空即全部',
        '可見的欄位；為空即全部',
        'Fields that the right opens; null means all',
      ),
    },
    basis: { type: text, required },
    basisLabel: { type: text, required },
    grantId: {
      type: () => scalars.id,
      label: label('来自哪一授权', '來自哪一授權', 'The role grant that it comes from'),
    },
  });
  to.object('MyDepartment', {
    id: { type: () => scalars.id, required },
    code: { type: text, required },
    name: { type: text, required },
    kind: { type: text, required },
  });
  const row = to.ref('PermissionRow');
  to.object(
    'Me',
    {
      id: { type: () => scalars.id, required },
      login: { type: text },
      displayName: { type: text, required },
      department: { type: to.ref('MyDepartment') },
      roles: { type: () => [GraphQLString], required },
      permissions: { type: () => [row()], required },
      mustChangePassword: {
        type: () => GraphQLBoolean,
        required,
        label: label(
          '须先修改初始密码',
          '須先變更初始密碼',
          'The first password must be changed before anything else',
        ),
      },
      timeZone: { type: text, required },
      currency: { type: text, required },
      organisationName: { type: text, required },
    },
    label('登录的人', '登入的人', 'Who is signed in'),
  );
  to.object('Session', {
    token: {
      type: text,
      label: label(
        '浏览器用 Cookie，此项为空',
        '瀏覽器用 Cookie，此項為空',
        'Null for browsers, which get a cookie',
      ),
    },
    expiresAt: { type: () => scalars.dateTime, required },
    user: { type: to.ref('Me'), required },
  });
  to.object('NewApiToken', {
    id: { type: () => scalars.id, required },
    token: { type: text, label: label('只显示一次', '只顯示一次', 'Shown once') },
  });
}

/** The signed-in person as `me` says it. */
async function meOf(actor: Actor, context: RequestContext): Promise<Record<string, unknown>> {
  const { database } = context.services;
  const [department] =
    actor.departmentId === null
      ? []
      : await database.query<{ id: string; code: string; name: string; kind: string }>(
          'SELECT id, code, name, kind FROM department WHERE id = ?',
          [actor.departmentId],
        );
  const { zone, currency, name, ownLabels } = context.organisation;
  return {
    id: actor.staffId,
    login: actor.login,
    displayName: actor.displayName,
    department: department ? { ...department, id: String(department.id) } : null,
    roles: actor.roles,
    permissions: permissionRowsOf(actor, context.language, ownLabels),
    mustChangePassword: actor.mustChangePassword,
    timeZone: zone,
    currency,
    organisationName: name,
  };
}

export function signInQueries(): RootSpec[] {
  const { declarations: to } = catalogueTypes();
  return [
    {
      name: 'me',
      label: label('登录的人及其权限', '登入的人及其權限', 'Who is signed in, and what he may do'),
      args: {},
      type: to.ref('Me'),
      nullable: true,
      resolve: async (_args, context) => (context.actor ? meOf(context.actor, context) : null),
    },
  ];
}

export function signInMutations(): RootSpec[] {
  const { declarations: to } = catalogueTypes();
  return [
    {
      name: 'signIn',
      label: label('登录', '登入', 'Sign in'),
      args: {
        login: { type: text, required, label: label('登录名', '登入名稱', 'Login') },
        password: { type: text, required, label: label('密码', '密碼', 'Password') },
      },
      type: to.ref('Session'),
      resolve: ({ login, password }, context) => beginSession(String(login), String(password), context),
    },
    {
      name: 'signOut',
      label: label('退出登录', '登出', 'Sign out'),
      args: {},
      type: () => GraphQLBoolean,
      async resolve(_args, context) {
        const { actor, sessionId, ip, requestId, services } = context;
        if (actor && sessionId) await signOut(services, { sessionId, staffId: actor.staffId, ip, requestId });
        if (context.fromBrowser) context.responseHeaders.set('set-cookie', clearCookie(context.secure));
        return true;
      },
    },
    {
      name: 'createApiToken',
      label: label('新建接口令牌', '新增介面權杖', 'Create an API token'),
      args: {
        name: { type: text, required, label: label('名称', '名稱', 'Name') },
        expiresAt: {
          type: () => scalars.dateTime,
          required,
          label: label('到期时间', '到期時間', 'Expires at'),
        },
        idempotencyKey: { type: text },
      },
      type: to.ref('NewApiToken'),
      resolve: ({ name, expiresAt, idempotencyKey }, context) =>
        perform(
          createApiToken,
          {
            name: String(name),
            expiresAt: String(expiresAt),
            idempotencyKey: idempotencyKey == null ? null : String(idempotencyKey),
          },
          context,
        ),
    },
  ];
}

async function beginSession(login: string, password: string, context: RequestContext): Promise<unknown> {
  const { services, ip, requestId, organisation } = context;
  const session = await signIn(services, { login, password, ip, requestId });
  const [credential] = await services.database.query<{ must_change: number }>(
    'SELECT must_change FROM credential WHERE staff_id = ?',
    [session.staffId],
  );
  const actor = await loadActor(services.database, session.staffId, {
    via: 'session',
    mustChangePassword: Number(credential?.must_change ?? 0) === 1,
    now: services.clock.now(),
    zone: organisation.zone,
  });
  if (!actor) throw unauthenticated();
  if (context.fromBrowser) {
    context.responseHeaders.set('set-cookie', setCookie(session.token, session.expiresAt, context.secure));
  }
  return {
    token: context.fromBrowser ? null : session.token,
    expiresAt: session.expiresAt.toISOString(),
    user: await meOf(actor, context),
  };
}
