import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { type ImportError, importError } from '../problem.js';
import { textOf } from './zip.js';

/** What is done with the parts of a document; names come without their namespace prefix. */
export interface XmlHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Reads an XML document of a workbook as it is unpacked; yields after each piece, so that the caller
 * can take what its handlers gathered. Declarations of entities are refused, malformed XML is `import.malformed`.
 */
export async function* readXml(stream: Readable, file: string, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false });
  let failure: ImportError | null = null;
  const fail = (reason: string) => {
    failure ??= importError('import.malformed', { file, reason: reason.slice(0, 120) });
  };
  parser.on('error', (error) => fail(error.message));
  parser.on('doctype', () => fail('DOCTYPE'));
  // Without the namespace option the parser hands over plain attributes.
  parser.on('opentag', (tag) =>
    handlers.open?.(localName(tag.name), tag.attributes as Record<string, string>),
  );
  parser.on('closetag', (tag) => handlers.close?.(localName(tag.name)));
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  for await (const piece of textOf(stream, file)) {
    parser.write(piece);
    if (failure) throw failure;
    yield;
  }
  parser.close();
  if (failure) throw failure;
}

/** Reads a whole document. */
export async function readWholeXml(stream: Readable, file: string, handlers: XmlHandlers): Promise<void> {
  for await (const _ of readXml(stream, file, handlers)) {
    // The handlers gather.
  }
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** An attribute by its local name, whatever its prefix (`r:id`). */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  if (name in attributes) return attributes[name];
  const found = Object.keys(attributes).find((key) => localName(key) === name);
  return found === undefined ? undefined : attributes[found];
}
