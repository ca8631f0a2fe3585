import 'graphiql/style.css';
import './graphiql.css';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { language } from '../app/boot/preferences';
import { keepAccessible } from './accessible';
import { exampleQuery } from './example';
import { fetchDocument } from './fetcher';
import { graphiqlTexts as texts } from './texts';

declare global {
  interface Window {
    /** Read by `start.js`: the application has begun to run. */
    kehuStarted?: boolean;
  }
}

/** The analysts' page: the documented schema, own history, same-origin session; nothing from elsewhere. */
window.kehuStarted = true;
document.documentElement.lang = language();
const spoken = language();
const root = document.getElementById('root');
if (root) {
  document.title = `${texts.title[spoken]} · GraphiQL`;
  keepAccessible(root, {
    query: texts.query[spoken],
    variables: texts.variables[spoken],
    result: texts.result[spoken],
  });
  createRoot(root).render(
    <>
      <h1 className="title">{texts.title[spoken]}</h1>
      <GraphiQL
        fetcher={fetchDocument}
        defaultQuery={exampleQuery}
        defaultEditorToolsVisibility="variables"
        forcedTheme={document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light'}
        shouldPersistHeaders={false}
        isHeadersEditorEnabled={false}
      >
        <GraphiQL.Logo>
          <a href="/">{texts.back[spoken]}</a>
        </GraphiQL.Logo>
      </GraphiQL>
    </>,
  );
}
