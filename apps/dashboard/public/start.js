// biome-ignore-all lint: ES5 by intent, so that browsers too old for the application can still run it
/*
 * Plain ES5, loaded before anything else and kept apart from the page so that it also runs under a
 * policy without inline scripts. It sets the colours before the first paint, and it says what is wrong
 * when the application cannot run: a browser older than Chrome 87, or files that did not arrive.
 */
(function () {
  var stored = function (key) {
    try {
      return JSON.parse(window.localStorage.getItem('RaStore.' + key));
    } catch (e) {
      return null;
    }
  };
  var theme = stored('theme');
  if (theme !== 'dark' && theme !== 'light') {
    theme = window.matchMedia && window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  document.documentElement.setAttribute('data-theme', theme);

  // What Chrome 87 can do and older ones cannot.
  var modern =
    'noModule' in document.createElement('script') &&
    typeof Promise === 'function' &&
    typeof Promise.any === 'function' &&
    typeof String.prototype.replaceAll === 'function' &&
    typeof window.WeakRef === 'function';

  var tooOld = [
    '此浏览器版本过旧，无法运行本系统。请改用 Chrome 87、Edge 87、Firefox 85、Safari 14.1 或更新的版本；360、奇安信浏览器请切换到极速模式并升级。',
    '此瀏覽器版本過舊，無法執行本系統。請改用 Chrome 87、Edge 87、Firefox 85、Safari 14.1 或更新的版本。',
    'This browser is too old to run the system. Please use Chrome 87, Edge 87, Firefox 85, Safari 14.1 or newer.',
  ];
  var notLoaded = [
    '页面未能完整载入，请检查网络后刷新。若仍不行，请联系管理员。',
    '頁面未能完整載入，請檢查網路後重新整理。若仍不行，請聯絡管理員。',
    'The page did not load completely. Check the network and reload; if it stays like this, ask your administrator.',
  ];

  function say(lines) {
    var i;
    var p;
    var box = document.createElement('div');
    box.setAttribute('role', 'alert');
    box.style.cssText = 'max-width:560px;margin:15vh auto 0;padding:0 24px;font:16px/1.7 sans-serif';
    for (i = 0; i < lines.length; i += 1) {
      p = document.createElement('p');
      p.appendChild(document.createTextNode(lines[i]));
      box.appendChild(p);
    }
    document.body.insertBefore(box, document.body.firstChild);
  }

  window.addEventListener('load', function () {
    if (!modern) return say(tooOld);
    // Modules run before `load`; one that has not started by now never will.
    window.setTimeout(function () {
      if (!window.kehuStarted) say(notLoaded);
    }, 3000);
  });
})();
