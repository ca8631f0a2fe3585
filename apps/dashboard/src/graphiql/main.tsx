import 'graphiql/style.css';
import './graphiql.css';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { language } from '../app/boot/preferences';
import { exampleQuery } from './example';
import { fetchDocument } from './fetcher';

declare global {
  interface Window {
    /** Read by `start.js`: the application has begun to run. */
    kehuStarted?: boolean;
  }
}

/** The analysts' page: the documented schema, own history, same-origin session; nothing from elsewhere. */
window.kehuStarted = true;
document.documentElement.lang = language();
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <GraphiQL
      fetcher={fetchDocument}
      defaultQuery={exampleQuery}
      defaultEditorToolsVisibility="variables"
      forcedTheme={document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light'}
      shouldPersistHeaders={false}
      isHeadersEditorEnabled={false}
    />,
  );
