import { PassThrough, Readable } from "node:stream";
import { multipart } from "./multipart";

/** The body as it is sent. */
async function bytesOf(form: ReturnType<typeof multipart>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of form.pipe(new PassThrough())) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("latin1");
}

const file = (more: object = {}) => ({
  content: Buffer.from([0, 13, 10, 255]),
  fileName: "call.wav",
  contentType: "audio/wav",
  ...more,
});

describe("A multipart body", () => {
  it("holds texts and files as they were given, and knows its length", async () => {
    const form = multipart([
      ["note", ""],
      ["lines", "a\r\nb"],
      ["mediaFile", file()],
    ]);
    const end = `--${form.getBoundary()}`;
    const length = form.getLengthSync();
    const sent = await bytesOf(form);
    expect(sent).toBe(
      [
        `${end}\r\nContent-Disposition: form-data; name="note"\r\n\r\n\r\n`,
        `${end}\r\nContent-Disposition: form-data; name="lines"\r\n\r\na\r\nb\r\n`,
        `${end}\r\nContent-Disposition: form-data; name="mediaFile"; filename="call.wav"\r\n`,
        "Content-Type: audio/wav\r\n\r\n\0\r\n\xff\r\n",
        `${end}--\r\n`,
      ].join(""),
    );
    expect(length).toBe(sent.length);
  });

  it("keeps a name from becoming another field or another header", async () => {
    const fileName = 'a"; name="x"\r\nX-Header: 1\r\n\r\n';
    const sent = await bytesOf(multipart([['f"\r\nX-Header: 1', file({ fileName })]]));
    expect(sent).not.toContain("\r\nX-Header");
    expect(sent).not.toContain('name="x"');
    expect(sent.match(/\r\n\r\n/g)).toHaveLength(1);
  });

  it("passes a stream through, and knows its length where that was told", async () => {
    const stream = () => Readable.from([Buffer.from("one"), Buffer.from("two")]);
    const form = multipart([["f", file({ content: stream(), size: 6 })]]);
    const length = await new Promise((resolve, reject) =>
      form.getLength((error, bytes) => (error ? reject(error) : resolve(bytes))),
    );
    const sent = await bytesOf(form);
    expect(sent).toContain("\r\n\r\nonetwo\r\n");
    expect(length).toBe(sent.length);
    expect(multipart([["f", file({ content: stream() })]]).hasKnownLength()).toBe(false);
  });
});
