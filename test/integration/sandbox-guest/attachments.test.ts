import assert from 'node:assert/strict';
import type { OpenSocket } from '../../support/sandbox/open-socket.ts';
import { frameOf, type GuestGround, ofClass, shapeOf, startGuests } from './guest-ground.ts';

const token = 'the-browser';

describe('attachments of guests', () => {
  let ground: GuestGround;
  let socket: OpenSocket;
  beforeEach(async () => {
    ground = await startGuests();
    await ground.set({ fileTypes: ['image/png'], maxFileSizeKB: 1, blockedExtensions: ['.exe'] });
    socket = await ground.join(token);
  });
  afterEach(() => ground.close());

  const announce = (more: Readonly<Record<string, unknown>> = {}) =>
    ground.ask(socket, {
      action: 'onAttachment',
      token,
      attachmentId: 'file-1',
      fileName: 'tent.png',
      fileType: 'image/png',
      fileSize: 3,
      errorsAsJson: true,
      ...more,
    });
  const put = (url: string, headers: Record<string, string>, bytes: Uint8Array<ArrayBuffer>) =>
    fetch(url, { method: 'PUT', headers: { ...headers, 'content-type': 'image/png' }, body: bytes });
  const write = (id: string) => {
    ground.advance(1000);
    const content = [{ contentType: 'Attachment', attachment: { id } }];
    const message = { type: 'Text', text: 'Look', content };
    return ground.ask(socket, { action: 'onMessage', token, message });
  };

  it('are announced, uploaded, sent along and read again', async () => {
    const presigned = await announce();
    const { url, headers } = presigned.body;
    assert.deepEqual(shapeOf({ ...presigned, body: { ...presigned.body, url: '', headers: {} } }), {
      type: 'response',
      class: 'PresignedUrlResponse',
      code: 200,
      body: {
        attachmentId: 'file-1',
        url: '',
        headers: {},
        fileName: 'tent.png',
        fileSize: 3,
        fileType: 'image/png',
      },
      tracingId: '<trace>',
    });
    assert.equal((await write('file-1')).code, 4010);
    assert.equal((await put(url, headers, new Uint8Array([1, 2, 3]))).status, 200);
    const uploaded = await frameOf(socket, 'UploadSuccessEvent');
    assert.deepEqual(Object.keys(uploaded.body).sort(), ['attachmentId', 'downloadUrl', 'timestamp']);
    const echo = await write('file-1');
    const { url: shown, ...attachment } = echo.body.content[0].attachment;
    assert.deepEqual(attachment, {
      id: 'file-1',
      filename: 'tent.png',
      fileSize: 3,
      mediaType: 'Image',
      mime: 'image/png',
    });
    const bytes = new Uint8Array(await (await fetch(shown)).arrayBuffer());
    assert.deepEqual([...bytes], [1, 2, 3]);
    const again = await ground.ask(socket, { action: 'getAttachment', token, attachmentId: 'file-1' });
    assert.deepEqual(Object.keys(again.body).sort(), ['attachmentId', 'headers', 'url']);
    const gone = await ground.ask(socket, { action: 'deleteAttachment', token, attachmentId: 'file-1' });
    assert.deepEqual(
      [gone.type, gone.class, gone.body],
      ['message', 'AttachmentDeletedResponse', { attachmentId: 'file-1' }],
    );
    assert.equal((await write('file-1')).code, 4009);
    assert.equal((await fetch(url)).status, 403);
  });

  it('are refused with the code of what is wrong', async () => {
    for (const [code, more] of [
      [4001, { fileType: 'application/zip' }],
      [4001, { fileName: 'tent.EXE' }],
      [4002, { fileSize: 1025 }],
      [4004, { fileName: ' ' }],
      [4004, { fileName: 'a/b.png' }],
      [4005, { fileName: `${'x'.repeat(255)}.png` }],
    ] as const) {
      const { class: name, body } = await announce(more);
      assert.deepEqual([name, body.errorCode], ['GenerateUrlError', code], JSON.stringify(more));
    }
    const asText = await announce({ errorsAsJson: false, fileSize: 1025 });
    assert.deepEqual([asText.class, asText.code], ['string', 4002]);
  });

  it('fail when what is uploaded is empty or too large, and expire', async () => {
    const { body } = await announce();
    await put(body.url, body.headers, new Uint8Array());
    await put(body.url, body.headers, new Uint8Array(1025));
    await frameOf(socket, 'UploadFailureEvent', 2);
    assert.deepEqual(
      ofClass(socket, 'UploadFailureEvent').map((frame) => [frame.type, frame.body.errorCode]),
      [
        ['message', 4003],
        ['message', 4002],
      ],
    );
    await put(body.url, body.headers, new Uint8Array([1]));
    ground.advance(3_600_000);
    assert.equal((await write('file-1')).code, 4008);
    assert.equal((await put(body.url, body.headers, new Uint8Array([1]))).status, 403);
  });
});
