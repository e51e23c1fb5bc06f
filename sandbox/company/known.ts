import type { User } from "./types";

/**
 * What the connector's forms, help and documents show, so that their examples work as they stand.
 * Ada's ID is the shortest of all: lists of users begin with her.
 */
export const known = {
  call: "7782342274025937895",
  parties: { host: "56825452554556", guest: "56825452554557" },
  speakers: { host: "6432345678555530067", guest: "6432345678555530068" },
  host: { id: "234599484848423", firstName: "Ada", lastName: "Quill", title: "Account Executive" },
  manager: { id: "563515258458745", firstName: "Noor", lastName: "Hale" },
  workspaces: ["623457276584334", "623457276584335"],
  folder: "3843152912968920037",
  /** The last two digits count up from 07. */
  trackers: "68400009290754000",
  scorecard: "6843152929075440037",
  brief: "4381927302846105517",
  meeting: "7782342274025937895",
  integration: "5517027188234205706",
  /** Account, opportunity and contact as Salesforce writes their IDs. */
  account: { name: "Northmoor", externalId: "0013601230sV7grAAC" },
  opportunity: "0063601230sV7grAAC",
  contact: {
    externalId: "0031Q00002VbWdLQAV",
    objectType: "Contact",
    name: "Robin Vale",
    title: "Head of Purchasing",
    emailAddress: "robin.vale@northmoor.example",
    phoneNumber: "+1 425-555-0142",
  },
} as const;

/** The two users that the documents name, by their place in the company's chart. */
export const knownSeats: Readonly<
  Record<number, Pick<User, "id" | "firstName" | "lastName"> & { title?: string }>
> = { 1: known.manager, 3: known.host };
