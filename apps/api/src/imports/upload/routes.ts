import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import multipart from '@fastify/multipart';
import type { Actor } from '@kehu/domain/access/actor';
import type { Language } from '@kehu/domain/catalogue/labels';
import { uploadLimits } from '@kehu/importer/limits';
import { importError } from '@kehu/importer/problem';
import type { Profile, ProfileText } from '@kehu/importer/profile/profile';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { authenticate } from '../../access/authenticate.js';
import { unauthenticated } from '../../commands/errors.js';
import { contentTypes } from '../../exports/export-files.js';
import type { Services } from '../../services.js';
import { ownProfiles } from '../profiles.js';
import { importTargets } from '../targets.js';
import { writeTemplate } from '../template.js';
import { answerProblem, readerOf, refuse } from './answers.js';
import { mayImport } from './may-import.js';
import { startUpload } from './run-upload.js';
import { mostFiles, storeUpload, sweepUploads, type Upload } from './store-upload.js';

/** Imports that one server runs at the same time. */
const mostAtOnce = 2;
/** Milliseconds that a stopping server waits for them; an import that is cut off leaves nothing half-done. */
const graceMilliseconds = 8000;

/**
 * `GET /imports/profiles`, `GET /imports/profiles/:name/template`, `POST /imports` (multipart: `profile`,
 * `dryRun`, `acceptGoodRows`, `option` as `name=true`, files): the importer for whoever has the right to
 * import what a profile writes. An upload is answered with 202 and its run, which goes on in the background.
 */
export function uploadRoutes(server: FastifyInstance, services: Services): void {
  const running = new Set<Promise<void>>();
  let starting = 0;
  server.addHook('onClose', async () => {
    if (running.size === 0) return;
    const enough = new Promise((resolve) => setTimeout(resolve, graceMilliseconds).unref());
    await Promise.race([Promise.allSettled([...running]), enough]);
  });

  const who = async (request: FastifyRequest): Promise<Actor> => {
    const { actor } = await authenticate(services, { headers: request.headers, method: request.method });
    if (!actor) throw unauthenticated();
    return actor;
  };
  const answered =
    (work: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      reply.header('cache-control', 'private, no-store');
      try {
        return await work(request, reply);
      } catch (error) {
        return answerProblem(request, reply, error);
      }
    };

  server.get(
    '/imports/profiles',
    answered(async (request) => {
      const actor = await who(request);
      const profiles = allProfiles().filter((profile) => mayImport(actor, profile));
      return { profiles: profiles.map((profile) => shown(profile, readerOf(request))) };
    }),
  );

  server.get(
    '/imports/profiles/:name/template',
    answered(async (request, reply) => {
      const { name } = request.params as { name: string };
      const profile = profileFor(await who(request), name);
      if (!profile) return refuse(request, reply, 404, 'NOT_FOUND', 'http.notFound');
      const folder = await mkdtemp(join(tmpdir(), 'kehu-template-'));
      const path = join(folder, `${profile.name}.xlsx`);
      await writeTemplate(profile, path);
      const file = createReadStream(path).once(
        'close',
        () => void rm(folder, { recursive: true, force: true }),
      );
      return reply
        .type(contentTypes.XLSX ?? 'application/octet-stream')
        .header('content-disposition', `attachment; filename="${profile.name}.xlsx"`)
        .send(file);
    }),
  );

  server.register(async (scope) => {
    await scope.register(multipart, {
      limits: {
        fileSize: uploadLimits.fileBytes,
        files: mostFiles,
        fields: 20,
        fieldSize: 200,
        parts: mostFiles + 20,
      },
    });
    scope.post(
      '/imports',
      answered(async (request, reply) => {
        const actor = await who(request);
        // Nothing of the body is read for somebody who may import nothing.
        if (!allProfiles().some((profile) => mayImport(actor, profile)))
          return refuse(request, reply, 403, 'FORBIDDEN', 'import.noRight');
        if (!request.isMultipart())
          return refuse(request, reply, 415, 'BAD_USER_INPUT', 'http.unsupportedType');
        if (running.size + starting >= mostAtOnce)
          return refuse(request, reply, 429, 'RATE_LIMITED', 'import.severalRunning');
        starting += 1;
        try {
          await sweepUploads(services.settings.home, services.clock.now());
          const upload = await storeUpload(services.settings.home, request.parts());
          return await begin(actor, upload, request, reply);
        } finally {
          starting -= 1;
        }
      }),
    );
  });

  async function begin(actor: Actor, upload: Upload, request: FastifyRequest, reply: FastifyReply) {
    try {
      const field = (name: string) => upload.fields.get(name)?.[0] ?? '';
      const name = field('profile');
      const profile = profileFor(actor, name);
      if (!profile) throw importError('import.notForYou', { profile: name || '–' });
      if (upload.files.length === 0) throw importError('import.noFile');
      const { runId, ended } = await startUpload(
        services,
        upload,
        {
          profile,
          options: optionsOf(upload.fields.get('option') ?? []),
          dryRun: field('dryRun') === 'true',
          acceptGoodRows: field('acceptGoodRows') === 'true',
          actor,
        },
        // What failed stands on the run's record.
        () => {},
      );
      running.add(ended);
      void ended.finally(() => running.delete(ended));
      return reply.code(202).send({ run: runId });
    } catch (error) {
      await rm(upload.folder, { recursive: true, force: true });
      return answerProblem(request, reply, error);
    }
  }
}

/** The profiles of the product; own files with profiles are for the operator's tool, which may read any file. */
function allProfiles(): readonly Profile[] {
  known ??= ownProfiles(importTargets());
  return known;
}
let known: readonly Profile[] | null = null;

function profileFor(actor: Actor, name: string): Profile | undefined {
  return allProfiles().find((profile) => profile.name === name && mayImport(actor, profile));
}

function shown(profile: Profile, language: Language) {
  const text = (texts: ProfileText) => texts[language] ?? texts.en ?? '';
  return {
    name: profile.name,
    label: text(profile.label),
    note: text(profile.note),
    tables: [...profile.tables.values()].map(({ name, optional, columns }) => ({
      name,
      optional,
      columns: [...columns],
    })),
    options: [...profile.options.values()].map(({ name, label }) => ({ name, label: text(label) })),
  };
}

function optionsOf(given: readonly string[]): Map<string, boolean> {
  return new Map(
    given.map((text) => {
      const [name = '', value = 'true'] = text.split('=');
      if (value !== 'true' && value !== 'false') throw importError('import.optionValue', { option: name });
      return [name, value === 'true'];
    }),
  );
}
