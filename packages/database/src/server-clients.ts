import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { isAlive, type ProcessMark } from './processes.js';
import { ADMIN_ACCOUNT, OWN_DATABASE } from './server-process.js';

/** What a probe of a socket found. */
export type Probe =
  | { readonly state: 'answers'; readonly data: string; readonly pidFile: string }
  | { readonly state: 'denied' | 'silent' };

/** Asks whoever listens on the socket which data folder it serves. */
export async function probe(socket: string, password: string): Promise<Probe> {
  try {
    return await asAdmin(socket, password, async (connection) => {
      const [rows] = await connection.query<RowDataPacket[]>(
        'SELECT @@datadir AS data, @@pid_file AS pidFile',
      );
      return { state: 'answers', data: String(rows[0]?.data), pidFile: String(rows[0]?.pidFile) };
    });
  } catch (error) {
    const errno = (error as { errno?: number }).errno;
    return { state: errno === 1045 || errno === 1698 ? 'denied' : 'silent' };
  }
}

/** A process that uses the server, and the watcher that looks after it. */
export interface Client {
  readonly token: string;
  readonly process: ProcessMark;
  readonly watcher: ProcessMark;
}

/**
 * Enters a process in the server's list of clients. False when the server is about to stop: it
 * must be awaited and started anew. The state row is locked, so nobody enters between the last
 * one's leaving and the stop.
 */
export async function enter(socket: string, password: string, client: Client): Promise<boolean> {
  return inTransaction(socket, password, async (connection) => {
    if ((await lockState(connection)) !== 'running') return false;
    await connection.query(
      'REPLACE INTO client (token, pid, started_at, watcher_pid, watcher_started_at) VALUES (?, ?, ?, ?, ?)',
      [
        client.token,
        client.process.pid,
        client.process.startedAt,
        client.watcher.pid,
        client.watcher.startedAt,
      ],
    );
    return true;
  });
}

/** Who takes a process off the list: itself, in order, or its watcher, some time after a kill. */
export type Leaver = 'process' | 'watcher';

/**
 * Takes a process off the list. True when nobody else is on it: the server is then marked as
 * stopping and the caller must stop it. To a process only living ones count; to a watcher also
 * those that were killed and whose own watcher still waits, so that each kill has its whole grace.
 */
export async function leave(
  socket: string,
  password: string,
  token: string,
  leaver: Leaver,
): Promise<boolean> {
  return inTransaction(socket, password, async (connection) => {
    const state = await lockState(connection);
    const [rows] = await connection.query<RowDataPacket[]>('SELECT * FROM client WHERE token <> ?', [token]);
    const others = rows.filter(
      (row) =>
        isAlive({ pid: Number(row.pid), startedAt: Number(row.started_at) }) ||
        (leaver === 'watcher' &&
          isAlive({ pid: Number(row.watcher_pid), startedAt: Number(row.watcher_started_at) })),
    );
    await connection.query('DELETE FROM client WHERE token = ?', [token]);
    if (others.length > 0 || state !== 'running') return false;
    await connection.query("UPDATE server SET state = 'stopping' WHERE id = 1");
    return true;
  });
}

/** Asks the server to stop; it answers before it does. */
export async function askToStop(socket: string, password: string): Promise<void> {
  await asAdmin(socket, password, (connection) => connection.query('SHUTDOWN'));
}

async function lockState(connection: Connection): Promise<string> {
  const [rows] = await connection.query<RowDataPacket[]>('SELECT state FROM server WHERE id = 1 FOR UPDATE');
  return String(rows[0]?.state);
}

async function inTransaction<T>(
  socket: string,
  password: string,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  return asAdmin(socket, password, async (connection) => {
    await connection.query(`USE ${OWN_DATABASE}`);
    await connection.query('START TRANSACTION');
    const result = await work(connection);
    await connection.query('COMMIT');
    return result;
  });
}

/** One short connection; the server undoes an open transaction when it closes. */
async function asAdmin<T>(
  socketPath: string,
  password: string,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await createConnection({
    socketPath,
    user: ADMIN_ACCOUNT,
    password,
    connectTimeout: 5000,
    supportBigNumbers: true,
  });
  try {
    const result = await work(connection);
    await connection.end();
    return result;
  } catch (error) {
    connection.destroy();
    throw error;
  }
}
