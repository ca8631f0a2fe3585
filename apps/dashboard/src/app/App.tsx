import { CssBaseline } from '@mui/material';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import {
  AdminContext,
  CoreAdminUI,
  CustomRoutes,
  localStorageStore,
  Notification,
  Resource,
  reactRouterProvider,
} from 'react-admin';
import { authProviderFor } from '../data/authProvider';
import { whenSessionEnds } from '../data/client';
import { dataProviderFor } from '../data/dataProvider';
import { rightsOf } from '../data/rights';
import { departments } from '../departments/register';
import { Home } from '../departments/work/Home';
import { language } from './boot/preferences';
import { loadCodeLists } from './code-lists';
import { i18nProviderFor } from './i18n';
import { LiveUpdates } from './LiveUpdates';
import type { AdminProps } from './main';
import { NotFound } from './NotFound';
import { loadOwnLabels } from './own-labels';
import { HereContext } from './person';
import { Shell, Waiting } from './shell/Shell';
import { themeOf } from './theme';

const ChangePassword = lazy(() => import('./shell/ChangePassword'));
const store = localStorageStore();
const { Route } = reactRouterProvider;
const lightTheme = themeOf('light');
const darkTheme = themeOf('dark');

/** The admin, for a person who is signed in: every page of every department. */
export function App({ person, onSignedOut }: AdminProps) {
  const setup = useMemo(() => {
    const rights = rightsOf(person.permissions);
    whenSessionEnds(() => onSignedOut(true));
    return {
      here: { person, rights, zone: person.timeZone, signedOut: onSignedOut },
      dataProvider: dataProviderFor(rights),
      authProvider: authProviderFor(person, onSignedOut),
      i18nProvider: i18nProviderFor(language()),
    };
  }, [person, onSignedOut]);

  // The organisation's own words arrive a moment later than the page; then everything is said anew.
  const [, setWords] = useState(0);
  useEffect(() => {
    if (!person.mustChangePassword)
      void Promise.all([loadOwnLabels(), loadCodeLists()]).then(([labels, entries]) =>
        setWords(labels + entries),
      );
  }, [person]);

  return (
    <HereContext.Provider value={setup.here}>
      <AdminContext
        store={store}
        dataProvider={setup.dataProvider}
        authProvider={setup.authProvider}
        i18nProvider={setup.i18nProvider}
        lightTheme={lightTheme}
        darkTheme={darkTheme}
      >
        <CssBaseline enableColorScheme />
        {!person.mustChangePassword && <LiveUpdates />}
        <CoreAdminUI
          layout={Shell}
          dashboard={Home}
          loading={Waiting}
          catchAll={NotFound}
          loginPage={false}
          authCallbackPage={false}
          disableTelemetry
          title=""
        >
          {departments.flatMap((department) =>
            department.resources.map(({ kind, list, show, create, edit }) => (
              <Resource
                key={kind.plural}
                name={kind.plural}
                list={list}
                {...(show ? { show } : {})}
                {...(create ? { create } : {})}
                {...(edit ? { edit } : {})}
                recordRepresentation={(record: Record<string, unknown>) =>
                  String(record[kind.title] ?? record.id ?? '')
                }
              />
            )),
          )}
          <CustomRoutes>
            {departments.flatMap((department) =>
              department.pages.map(({ path, page: Page }) => (
                <Route key={path} path={path} element={<Page />} />
              )),
            )}
          </CustomRoutes>
        </CoreAdminUI>
        <Notification />
        {person.mustChangePassword && (
          <Suspense fallback={null}>
            <ChangePassword forced onClose={() => window.location.reload()} />
          </Suspense>
        )}
      </AdminContext>
    </HereContext.Provider>
  );
}
