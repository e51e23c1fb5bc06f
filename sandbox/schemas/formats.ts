import { isCalendarDate, parseInstant } from "../time";

/** The formats that schemas name; ajv-formats' own ones forgive more than Gong does. */
export const formats: Record<string, (text: string) => boolean> = {
  "gong-date-time": (text) => parseInstant(text) !== undefined,
  "gong-date": isCalendarDate,
  "gong-id": (text) => /^\d{1,20}$/.test(text),
  "gong-email": (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
  "gong-phone": (text) =>
    /^\+[\d\s().-]{5,30}$/.test(text) && /\d{5}/.test(text.replace(/\D/g, "")),
  "gong-request-id": (text) => /^[\w-]+$/.test(text),
  "gong-url": (text) => /^https?:$/.test(protocolOf(text)),
};

function protocolOf(text: string): string {
  try {
    return new URL(text).protocol;
  } catch {
    return "";
  }
}
