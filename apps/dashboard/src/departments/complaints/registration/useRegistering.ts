import { createContext, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { nothingYet, problemsOf, type Registering, type RegisteringProblem } from './values';

const draftKey = (person: string) => `kehu.draft.${person}.registration`;

function draftOf(person: string): Registering {
  try {
    const kept = JSON.parse(localStorage.getItem(draftKey(person)) ?? '{}') as Partial<Registering>;
    return { ...nothingYet, ...kept };
  } catch {
    return nothingYet;
  }
}

/** Whether anything was typed that would be lost. */
export const isBegun = (values: Registering): boolean =>
  values.description.trim() !== '' || values.customer !== null || values.files.length > 0;

/** What stands in the form, kept on this machine until it was registered; nothing typed is lost by a reload. */
export function useRegistering(person: string) {
  const [values, setValues] = useState<Registering>(() => draftOf(person));
  const [restored, setRestored] = useState(() => isBegun(values));
  const sent = useRef(false);

  useEffect(() => {
    try {
      if (!sent.current) localStorage.setItem(draftKey(person), JSON.stringify(values));
    } catch {
      // No storage: the form still works, only without a draft.
    }
  }, [person, values]);

  const put = useCallback(
    (change: Partial<Registering> | ((before: Registering) => Partial<Registering>)) =>
      setValues((before) => ({ ...before, ...(typeof change === 'function' ? change(before) : change) })),
    [],
  );
  /** Forgets the draft; `done` when it was registered, so that it is not written again. */
  const forget = useCallback(
    (done: boolean) => {
      sent.current = done;
      localStorage.removeItem(draftKey(person));
      setRestored(false);
      if (!done) setValues(nothingYet);
    },
    [person],
  );
  return { values, put, forget, restored };
}

/** The form as its parts share it. */
export interface RegisteringForm {
  readonly values: Registering;
  readonly put: ReturnType<typeof useRegistering>['put'];
  /** What is wrong with a field, once registering was tried. */
  readonly wrong: (name: keyof Registering) => RegisteringProblem | undefined;
}

export const RegisteringContext = createContext<RegisteringForm>({
  values: nothingYet,
  put: () => {},
  wrong: () => undefined,
});

export const useForm = (): RegisteringForm => useContext(RegisteringContext);

/** The problems of a form by field, none before it was tried. */
export function wrongOf(values: Registering, tried: boolean): RegisteringForm['wrong'] {
  const problems = problemsOf(values);
  return (name) => (tried ? problems[name] : undefined);
}
