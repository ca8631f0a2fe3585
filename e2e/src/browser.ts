import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../find-browser.mjs';

/**
 * A browser of its own for a test file; close it in `afterAll`. `npm test` has made sure that there
 * is one; a single test file that is run by hand without one fails with the ways out.
 */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) {
    throw new Error(
      'No Chromium or Chrome was found. Install one (Debian: apt-get install chromium fonts-noto-cjk), ' +
        'or name one with KEHU_BROWSER.',
    );
  }
  return chromium.launch({
    executablePath,
    // a container's /dev/shm is often too small for a page
    args: ['--disable-dev-shm-usage', '--disable-gpu'],
  });
}
