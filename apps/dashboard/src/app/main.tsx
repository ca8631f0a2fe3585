import './boot/polyfills';
import './boot/boot.css';
import type { Language } from '@kehu/domain/catalogue/labels';
import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { installKeyboard } from './boot/keyboard';
import { chooseLanguage, language as currentLanguage } from './boot/preferences';
import { SignIn } from './boot/SignIn';
import { type Person, whoIsThere } from './boot/session';
import { signInTexts } from './boot/texts';

declare global {
  interface Window {
    /** Read by `start.js`: the application has begun to run. */
    kehuStarted?: boolean;
  }
}

/** What the admin needs from outside: who it is, and what to do when the session has ended. */
export interface AdminProps {
  readonly person: Person;
  /** `ended`: the server no longer knows the session; otherwise the person signed out. */
  readonly onSignedOut: (ended: boolean) => void;
}

// Fetched at once, beside the question who is there: whoever signs in finds it loaded.
const fetched = import('./App');
const App = lazy(
  async (): Promise<{ default: ComponentType<AdminProps> }> => ({ default: (await fetched).App }),
);

type Stage = { is: 'asking' } | { is: 'signIn'; ended: boolean } | { is: 'in'; person: Person };

function Kehu() {
  const [language, setLanguage] = useState<Language>(currentLanguage);
  const [stage, setStage] = useState<Stage>({ is: 'asking' });

  useEffect(() => {
    whoIsThere(currentLanguage()).then(
      (person) => setStage(person ? { is: 'in', person } : { is: 'signIn', ended: false }),
      () => setStage({ is: 'signIn', ended: false }),
    );
  }, []);

  const opening = (
    <p className="opening" role="status">
      {signInTexts.loading[language]}
    </p>
  );
  if (stage.is === 'asking') return opening;
  if (stage.is === 'signIn')
    return (
      <SignIn
        language={language}
        ended={stage.ended}
        onLanguage={setLanguage}
        onSignedIn={(person) => setStage({ is: 'in', person })}
      />
    );
  return (
    <Suspense fallback={opening}>
      <App
        key={stage.person.id}
        person={stage.person}
        onSignedOut={(ended) => {
          setLanguage(currentLanguage());
          setStage({ is: 'signIn', ended });
        }}
      />
    </Suspense>
  );
}

window.kehuStarted = true;
chooseLanguage(currentLanguage());
installKeyboard(document);
const root = document.getElementById('root');
if (root) createRoot(root).render(<Kehu />);
