import { listCrmIntegrations } from "../operations/crm";
import { picker, readAll } from "./picker";

interface Integration {
  readonly integrationId?: string | number | null;
  readonly name?: string | null;
  readonly ownerEmail?: string | null;
}

/** Lists the CRM integration that was made through the API (G60). */
export const crmIntegrations = picker({
  noun: "CRM Integration",
  description: "Pick a CRM integration that Register CRM Integration made.",
  reads: [listCrmIntegrations],
  list: async (client) => {
    const found = await readAll<Integration>(client, listCrmIntegrations);
    return found.map(({ integrationId: key, name, ownerEmail: detail }) => ({ key, name, detail }));
  },
  example: [
    { key: "5517027188234205706", label: "Harbourline CRM (ada.quill@harbourline.example)" },
  ],
});
