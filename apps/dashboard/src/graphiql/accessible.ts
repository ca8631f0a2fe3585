/** What the page's parts are called, for screen readers. */
export interface PartNames {
  readonly query: string;
  readonly variables: string;
  readonly result: string;
}

const sections: readonly (readonly [string, keyof PartNames])[] = [
  ['.graphiql-query-editor', 'query'],
  ['.graphiql-editor-tool', 'variables'],
  ['.result-window', 'result'],
];

/**
 * Gives names and roles to what GraphiQL leaves without: its text areas, its scrolling parts, and tabs that
 * hold buttons. Runs again whenever GraphiQL draws something new.
 */
export function keepAccessible(root: HTMLElement, names: PartNames): void {
  const repair = () => {
    for (const [selector, name] of sections)
      for (const area of root.querySelectorAll(`${selector} textarea:not([aria-label])`))
        area.setAttribute('aria-label', names[name]);
    for (const part of root.querySelectorAll('.CodeMirror-scroll:not([tabindex="0"])')) {
      part.setAttribute('tabindex', '0');
      part.setAttribute('role', 'group');
      part.setAttribute('aria-label', names[nameOf(part)]);
    }
    for (const tab of root.querySelectorAll('.graphiql-tabs[role], .graphiql-tab[role]')) {
      tab.removeAttribute('role');
      tab.removeAttribute('aria-selected');
    }
  };
  new MutationObserver(repair).observe(root, { childList: true, subtree: true });
  repair();
}

function nameOf(part: Element): keyof PartNames {
  return sections.find(([selector]) => part.closest(selector))?.[1] ?? 'query';
}
