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

/**
 * Enters this process in the server's list of clients. False when the server is about to stop: it
 * must be awaited and started anew. The state row is locked, so nobody enters between the last
 * one's leaving and the stop.
 */
export async function enter(
  socket: string,
  password: string,
  token: string,
  mark: ProcessMark,
): Promise<boolean> {
  return inTransaction(socket, password, async (connection) => {
    if ((await lockState(connection)) !== 'running') return false;
    await connection.query('REPLACE INTO client (token, pid, started_at) VALUES (?, ?, ?)', [
      token,
      mark.pid,
      mark.startedAt,
    ]);
    return true;
  });
}

/**
 * Takes a process off the list. True when no other living one is on it: the server is then marked
 * as stopping and the caller must stop it.
 */
export async function leave(socket: string, password: string, token: string): Promise<boolean> {
  return inTransaction(socket, password, async (connection) => {
    const state = await lockState(connection);
    const [rows] = await connection.query<RowDataPacket[]>('SELECT token, pid, started_at FROM client');
    const others = rows.filter(
      (row) => row.token !== token && isAlive({ pid: Number(row.pid), startedAt: Number(row.started_at) }),
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
