import { describe, expect, it } from 'vitest';
import { contentTypeOf, nameFor } from './content-type.js';
import { rangeOf } from './range.js';

const bytes = (...parts: readonly (string | readonly number[])[]): Buffer =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );
const mimeOf = (head: Buffer): string => {
  const found = contentTypeOf(head);
  return found === 'program' ? 'program' : found.mime;
};

describe('the type of a file', () => {
  it.each([
    ['image/jpeg', bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF')],
    ['image/png', bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['image/webp', bytes('RIFF', [1, 2, 3, 4], 'WEBPVP8 ')],
    ['image/heic', bytes([0, 0, 0, 24], 'ftypheic')],
    ['application/pdf', bytes('%PDF-1.7\n')],
    ['audio/mpeg', bytes('ID3', [3, 0])],
    ['audio/amr', bytes('#!AMR\n')],
    ['audio/wav', bytes('RIFF', [1, 2, 3, 4], 'WAVEfmt ')],
    ['video/mp4', bytes([0, 0, 0, 24], 'ftypisom')],
    ['video/quicktime', bytes([0, 0, 0, 20], 'ftypqt  ')],
    ['application/zip', bytes('PK', [3, 4], 'anything.txt')],
    [
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes('PK', [3, 4], 'word/document.xml'),
    ],
    ['text/html', bytes('\n<!DOCTYPE html><p>hello')],
    ['text/html', bytes('GIF99 <script>alert(1)</script>')],
    ['image/svg+xml', bytes('<?xml version="1.0"?><svg xmlns="x" onload="alert(1)">')],
    ['text/plain', Buffer.from('坐下时椅脚断裂')],
    ['application/octet-stream', bytes([0, 1, 2, 3])],
    ['program', bytes('MZ', [0x90, 0], 'x'.repeat(60), 'PE', [0, 0])],
    ['program', bytes([0x7f], 'ELF')],
    ['program', bytes('#!/bin/sh\nrm -rf /')],
    ['program', bytes('<?php system($_GET[0]);')],
  ])('is %s by its beginning', (mime, head) => {
    expect(mimeOf(head)).toBe(mime);
  });

  it('shows in the name what the content is', () => {
    const html = contentTypeOf(Buffer.from('<html>'));
    const jpeg = contentTypeOf(bytes([0xff, 0xd8, 0xff]));
    if (html === 'program' || jpeg === 'program') throw new Error('neither is a program');
    expect(nameFor('photo.png', html)).toBe('photo.png.html');
    expect(nameFor('照片.JPG', jpeg)).toBe('照片.JPG');
    expect(nameFor('截图', jpeg)).toBe('截图.jpg');
  });
});

describe('a range', () => {
  it('is one part inside the file, the whole, or none', () => {
    expect(rangeOf(undefined, 100)).toBe('whole');
    expect(rangeOf('bytes=0-9', 100)).toEqual({ from: 0, to: 9 });
    expect(rangeOf('bytes=90-', 100)).toEqual({ from: 90, to: 99 });
    expect(rangeOf('bytes=-5', 100)).toEqual({ from: 95, to: 99 });
    expect(rangeOf('bytes=50-500', 100)).toEqual({ from: 50, to: 99 });
    expect(rangeOf('bytes=100-', 100)).toBe('none');
    expect(rangeOf('bytes=5-2', 100)).toBe('none');
    // Several parts, other units and nonsense are answered with the whole file.
    for (const odd of ['bytes=0-1,5-6', 'lines=1-2', 'bytes=-', 'bytes=a-b'])
      expect(rangeOf(odd, 100)).toBe('whole');
  });
});
