import { CssBaseline } from '@mui/material';
import { useMemo } from 'react';
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
import { i18nProviderFor } from './i18n';
import type { AdminProps } from './main';
import { NotFound } from './NotFound';
import { HereContext } from './person';
import { Shell, Waiting } from './shell/Shell';
import { themeOf } from './theme';

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
      here: { person, rights, zone: 'Asia/Shanghai', signedOut: onSignedOut },
      dataProvider: dataProviderFor(rights),
      authProvider: authProviderFor(person, onSignedOut),
      i18nProvider: i18nProviderFor(language()),
    };
  }, [person, onSignedOut]);

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
      </AdminContext>
    </HereContext.Provider>
  );
}
