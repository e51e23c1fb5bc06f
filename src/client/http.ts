import type { AxiosError, AxiosStatic } from "axios";
import type { AxiosRetry } from "axios-retry";

/** The HTTP client and what repeats its requests. */
export interface Http {
  readonly axios: AxiosStatic;
  readonly axiosRetry: AxiosRetry;
}

let loaded: Promise<Http> | undefined;

/**
 * Loads axios with the first request instead of with the component: that takes as long as loading
 * all the rest, and the platform also loads the component only to see what it offers.
 */
export function loadHttp(): Promise<Http> {
  loaded ??= Promise.all([
    import(/* webpackMode: "eager" */ "axios"),
    import(/* webpackMode: "eager" */ "axios-retry"),
  ]).then(([{ default: axios }, { default: axiosRetry }]) => ({ axios, axiosRetry }));
  return loaded;
}

/** Whether axios threw it. Tells by the mark that axios sets, so that axios need not be loaded. */
export function isHttpError(error: unknown): error is AxiosError {
  return typeof error === "object" && error !== null && "isAxiosError" in error;
}
