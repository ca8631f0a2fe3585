import { action as actions } from '@kehu/domain/access/permission';
import { permissions } from '@kehu/domain/access/permissions';
import { kindNamed } from '@kehu/domain/catalogue/catalogue';
import { label } from '@kehu/domain/catalogue/labels';
import { GraphQLBoolean, GraphQLString } from 'graphql';
import { loadActor } from '../../access/actors.js';
import {
  askedKind,
  explainAccess,
  recordLoader,
  reviewRight,
  seesRecord,
  whoCanSee,
} from '../../access/explain.js';
import { actGrants } from '../../access/grants.js';
import { permissionRow, permissionRowsOf } from '../../access/permission-rows.js';
import { matches } from '../../access/row-filter.js';
import type { RootSpec } from '../../commands/act-schema.js';
import { badInput, forbidden, notFound, unauthenticated } from '../../commands/errors.js';
import type { RequestContext } from '../../context.js';
import { catalogueTypes } from '../../graphql/schema/catalogue-types.js';
import { scalars } from '../../graphql/schema/kinds.js';

const text = () => GraphQLString;
const required = true as const;

/** Types in which access is explained. */
export function declareAccessTypes(): void {
  const { declarations: to } = catalogueTypes();
  to.object(
    'AccessExplanation',
    {
      allowed: { type: () => GraphQLBoolean, required },
      because: {
        type: () => [GraphQLString],
        required,
        label: label('依据哪些规则', '依據哪些規則', 'By which rules'),
      },
      grants: {
        type: () => [GraphQLString],
        required,
        label: label('矩阵中的单元', '矩陣中的單元', 'Cells of the matrices'),
      },
    },
    label('为什么可以或不可以', '為什麼可以或不可以', 'Why something is allowed or not'),
  );
  to.object('ViewerStaff', {
    id: { type: () => scalars.id, required },
    displayName: { type: text, required },
  });
  to.object(
    'Viewer',
    {
      staff: { type: to.ref('ViewerStaff'), required },
      because: { type: () => [GraphQLString], required },
      grants: { type: () => [GraphQLString], required },
    },
    label('能看到此记录的人', '能看到此紀錄的人', 'Somebody who can see the record'),
  );
}

const entity = {
  type: text,
  required,
  label: label('对象，如 Customer', '對象，如 Customer', 'Kind of record, such as Customer'),
};
const id = { type: () => scalars.id, required, label: label('编号', '編號', 'Id') };

/** Queries of the Permissions page and of "who can see this". */
export function accessQueries(): RootSpec[] {
  const { declarations: to } = catalogueTypes();
  const row = to.ref('PermissionRow');
  const viewer = to.ref('Viewer');
  return [
    {
      name: 'explainAccess',
      label: label(
        '为什么我可以或不可以：依据哪一授权、哪一规则',
        '為什麼我可以或不可以：依據哪一授權、哪一規則',
        'Why I may or may not: by which grant and rule',
      ),
      args: {
        entity,
        id,
        action: {
          type: text,
          required,
          label: label('操作，如 READ', '操作，如 READ', 'Action, such as READ'),
        },
        staffId: {
          type: () => scalars.id,
          label: label('替谁问；须有审阅权限', '替誰問；須有審閱權限', 'On whose behalf; for reviewers'),
        },
      },
      type: to.ref('AccessExplanation'),
      resolve: explain,
    },
    {
      name: 'whoCanSee',
      label: label(
        '谁能看到此记录，依据哪一授权',
        '誰能看到此紀錄，依據哪一授權',
        'Who can see this record, by which grant',
      ),
      args: { entity, id },
      type: () => [viewer()],
      async resolve(args, context) {
        const actor = signedIn(context);
        const kind = askedKind(String(args.entity));
        const right = reviewRight(actor);
        if (!right) throw forbidden();
        if (right === 'seen' && !(await seesRecord(context.services, actor, kind, String(args.id))))
          throw notFound();
        const viewers = await whoCanSee(context.services, kind, String(args.id), context.language);
        if (!viewers) throw notFound();
        return viewers;
      },
    },
    {
      name: 'permissionMatrix',
      label: label('权限矩阵', '權限矩陣', 'The permission matrices'),
      args: {},
      type: () => [row()],
      async resolve(_args, context) {
        signedIn(context);
        return permissions.map((each) =>
          permissionRow(each, context.language, context.organisation.ownLabels),
        );
      },
    },
    {
      name: 'permissionsOfStaff',
      label: label(
        '某人可以做什么，来自哪一授权',
        '某人可以做什麼，來自哪一授權',
        'What a person may do, and from which grant',
      ),
      args: { staffId: { type: () => scalars.id, required, label: label('员工', '員工', 'Staff') } },
      type: () => [row()],
      resolve: permissionsOfStaff,
    },
  ];
}

function signedIn(context: RequestContext) {
  if (!context.actor) throw unauthenticated();
  return context.actor;
}

async function explain(args: Readonly<Record<string, unknown>>, context: RequestContext): Promise<unknown> {
  const asking = signedIn(context);
  const action = actions.codes.find((code) => code === args.action);
  if (!action)
    throw badInput({
      path: 'action',
      message: 'input.notOneOf',
      values: { codes: actions.codes.join(', ') },
    });
  const kind = askedKind(String(args.entity));
  const review = reviewRight(asking);
  const forOther = args.staffId != null && String(args.staffId) !== asking.staffId;
  if (forOther && review === null) throw forbidden();
  if (forOther && review === 'seen' && !(await seesRecord(context.services, asking, kind, String(args.id))))
    throw notFound();
  const person = forOther ? await actorOf(String(args.staffId), context) : asking;
  if (!person) throw badInput({ path: 'staffId', message: 'input.noSuchRecord' });
  const question = { kind, id: String(args.id), action, review: review === 'all' || forOther };
  return explainAccess(context.services, person, question, context.language);
}

function actorOf(staffId: string, context: RequestContext) {
  if (!/^[1-9]\d{0,15}$/.test(staffId)) return null;
  return loadActor(context.services.database, staffId, {
    via: 'session',
    mustChangePassword: false,
    now: context.services.clock.now(),
    zone: context.organisation.zone,
  });
}

async function permissionsOfStaff(
  args: Readonly<Record<string, unknown>>,
  context: RequestContext,
): Promise<unknown> {
  const asking = signedIn(context);
  const staffId = String(args.staffId);
  const person = staffId === asking.staffId ? asking : await actorOf(staffId, context);
  if (staffId !== asking.staffId) {
    const kind = kindNamed('Staff');
    const load = recordLoader(context.services);
    const row = await load('Staff', staffId);
    const rights = actGrants(kind, 'accessReview', 'READ', asking);
    if (rights.length === 0) throw forbidden();
    const reached = await Promise.all(
      rights.map((grant) => (row ? matches(grant.where, kind, row, load) : false)),
    );
    if (!reached.some(Boolean)) throw notFound();
  }
  if (!person) return [];
  const grants = await context.services.database.query<{ id: string; role: string }>(
    "SELECT id, role FROM role_grant WHERE staff_id = ? AND state = 'ACTIVE' ORDER BY id",
    [staffId],
  );
  const byRole = new Map(grants.map((grant) => [grant.role, String(grant.id)]));
  return permissionRowsOf(person, context.language, context.organisation.ownLabels).map((row) => ({
    ...row,
    grantId: byRole.get(row.role) ?? null,
  }));
}
