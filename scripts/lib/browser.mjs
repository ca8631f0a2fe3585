// Makes sure that there is a browser for the browser tests. Node built-ins only.
import { findBrowser } from '../../e2e/find-browser.mjs';
import { Failure, text } from './messages.mjs';
import { run } from './run.mjs';

/** The path of a browser: found, or as root installed from Debian's packages. Else a `Failure`. */
export async function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (process.env.KEHU_BROWSER || process.getuid?.() !== 0) throw new Failure(text('noBrowser'));
  const apt = (...args) =>
    run(text('browser'), 'apt-get', args, { env: { DEBIAN_FRONTEND: 'noninteractive' } });
  const install = () => apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
  let result = await install();
  if (result.code !== 0 && (await apt('update')).code === 0) result = await install();
  const installed = findBrowser();
  if (!installed)
    throw new Failure(`${result.output.trim().split('\n').slice(-5).join('\n')}\n\n${text('noBrowser')}`);
  return installed;
}
