import type { Department } from '../departments/department.js';
import { downloadRoute } from './download-route.js';
import { uploadRoute } from './upload-route.js';

/** Files go in and out beside /graphql; acts take them by their ids. */
export function filesDepartment(): Department {
  return {
    name: 'files',
    resolvers: [],
    commands: [],
    routes(server, services) {
      uploadRoute(server, services);
      downloadRoute(server, services);
    },
  };
}
