import type { Person } from '../../../app/boot/session';

/**
 * Whom a person may give a task, as a filter of the choice: those in the line below and in the departments
 * that he heads or belongs to; the general manager and HR everybody. The server decides.
 */
export function ownPeople({ id, roles, department }: Person): Readonly<Record<string, unknown>> {
  const works = { status: { eq: 'ACTIVE' }, id: { ne: id } };
  if (roles.includes('GM') || roles.includes('HR_ADMIN')) return { where: works };
  const me = { id: { eq: id } };
  return {
    where: {
      ...works,
      or: [
        { supervisor: me },
        { supervisor: { supervisor: me } },
        { supervisor: { supervisor: { supervisor: me } } },
        { department: { head: me } },
        { department: { parent: { head: me } } },
        ...(department ? [{ department: { id: { eq: department.id } } }] : []),
      ],
    },
  };
}
