// Runs programs quietly: their output is shown when they fail, a progress line while they take long.
import { spawn } from 'node:child_process';
import { text } from './messages.mjs';

export function say(line) {
  process.stdout.write(`${line}\n`);
}

const running = new Set();

/** With everything that it has started, where it leads a group of its own. */
function end(child, signal) {
  try {
    if (child.leadsGroup) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // it has ended by itself
  }
}

/** Ends the programs that still run; called before this process ends early. */
export function stopRunning() {
  for (const child of running) end(child, 'SIGTERM');
}

/** Ends what is still running when this process is told to end. */
export function stopOnSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => {
      stopRunning();
      process.exit(signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 129);
    });
  }
}

/**
 * Runs a program. After two seconds, and then every ten, a line says what is going on; `progress`
 * may read a figure for it from the output. Without news for 20 s `slow` is said once. After
 * `minutes` it is ended. With `show` its output goes straight to the terminal.
 * Resolves with `{ code, output, tooLong }`; never rejects for a failing program.
 */
export function run(what, command, args, { cwd, env, progress, slow, minutes, show = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      // what may be ended for its time must not leave its own children behind
      detached: minutes !== undefined,
    });
    child.leadsGroup = minutes !== undefined;
    running.add(child);
    const began = Date.now();
    let output = '';
    let figure = '';
    let news = Date.now();
    let told = 0;
    let toldSlow = false;
    const collect = (chunk) => {
      output = (output + chunk).slice(-200_000);
      const now = progress?.(String(chunk));
      if (progress ? now && now !== figure : true) news = Date.now();
      if (now) figure = now;
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    const timer = setInterval(() => {
      const passed = Date.now() - began;
      if (!show && passed >= 2000 && (told === 0 || passed - told >= 10_000)) {
        told = passed;
        const seconds = Math.round(passed / 1000);
        say(`  ${text('still', { what: figure ? `${what} (${figure})` : what, seconds })}`);
      }
      if (slow && !toldSlow && Date.now() - news >= 20_000) {
        toldSlow = true;
        say(`  ${slow}`);
      }
    }, 500);
    let tooLong = false;
    const limit =
      minutes &&
      setTimeout(() => {
        tooLong = true;
        end(child, 'SIGKILL');
      }, minutes * 60_000);
    const finish = (code, problem) => {
      clearInterval(timer);
      clearTimeout(limit);
      running.delete(child);
      resolve({ code, tooLong, output: problem ? `${output}\n${problem}` : output });
    };
    child.once('error', (error) => finish(127, error.message));
    child.once('close', (code, signal) => finish(code ?? 1, signal ? `ended by ${signal}` : ''));
  });
}
