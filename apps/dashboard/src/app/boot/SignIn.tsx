import { type Language, languages } from '@kehu/domain/catalogue/labels';
import { type FormEvent, useRef, useState } from 'react';
import { chooseLanguage } from './preferences';
import { type Person, Refused, signIn } from './session';
import { languageNames, signInTexts as texts } from './texts';

/** The sign-in screen: outside the admin shell, so that it appears at once while the rest is fetched. */
export function SignIn(props: {
  language: Language;
  ended: boolean;
  onLanguage: (language: Language) => void;
  onSignedIn: (person: Person) => void;
}) {
  const { language } = props;
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const login = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    const name = login.current?.value.trim() ?? '';
    const secret = password.current?.value ?? '';
    if (!name || !secret) {
      setProblem(texts.missing[language]);
      (name ? password : login).current?.focus();
      return;
    }
    setBusy(true);
    setProblem('');
    try {
      props.onSignedIn(await signIn(name, secret, language));
    } catch (error) {
      setProblem(sentence(error, language));
      setBusy(false);
      password.current?.select();
    }
  }

  return (
    <main className="sign-in">
      <header>
        <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
          <rect width="32" height="32" rx="5" className="mark" />
          <path d="M8 9h16M8 16h16M8 23h10" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" />
        </svg>
        <span>{texts.product[language]}</span>
      </header>
      <form onSubmit={submit} noValidate aria-labelledby="sign-in-title">
        <h1 id="sign-in-title">{texts.title[language]}</h1>
        {props.ended && <p className="note">{texts.ended[language]}</p>}
        <label htmlFor="login">{texts.login[language]}</label>
        <input
          id="login"
          ref={login}
          name="login"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={problem ? 'sign-in-problem' : undefined}
        />
        <label htmlFor="password">{texts.password[language]}</label>
        <div className="password">
          <input
            id="password"
            ref={password}
            name="password"
            type={shown ? 'text' : 'password'}
            autoComplete="current-password"
            aria-describedby={problem ? 'sign-in-problem' : undefined}
          />
          <button type="button" onClick={() => setShown(!shown)} aria-pressed={shown}>
            {texts[shown ? 'hide' : 'show'][language]}
          </button>
        </div>
        <p id="sign-in-problem" className="problem" role="alert">
          {problem}
        </p>
        <button type="submit" className="submit" disabled={busy}>
          {texts[busy ? 'working' : 'submit'][language]}
        </button>
        <p className="help">{texts.help[language]}</p>
      </form>
      <nav aria-label={texts.language[language]}>
        {languages.map((each) => (
          <button
            key={each}
            type="button"
            lang={each}
            aria-pressed={each === language}
            onClick={() => {
              chooseLanguage(each);
              props.onLanguage(each);
            }}
          >
            {languageNames[each]}
          </button>
        ))}
      </nav>
    </main>
  );
}

function sentence(error: unknown, language: Language): string {
  if (error instanceof Refused && error.message) return error.message;
  if (error instanceof Refused && error.code === 'NO_COOKIE') return texts.noCookie[language];
  return texts.network[language];
}
