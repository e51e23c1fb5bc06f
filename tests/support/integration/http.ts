interface Parcel {
  readonly url: unknown;
  readonly headers?: unknown;
  readonly data?: unknown;
}

/**
 * What the platform's HTTP component does with the inputs that are used here.
 *
 * @returns the answer's body, read where it is JSON
 * @throws Error for an answer with an error status
 */
export async function send(method: "GET" | "POST", { url, headers, data }: Parcel) {
  const pairs = (headers ?? []) as { key: string; value: unknown }[];
  const response = await fetch(String(url), {
    method,
    headers: Object.fromEntries(pairs.map(({ key, value }) => [key, String(value)])),
    ...(method === "POST" && {
      body: typeof data === "string" ? data : JSON.stringify(data),
    }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`Request failed with status code ${response.status}`);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
