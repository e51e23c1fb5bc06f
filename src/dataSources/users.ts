import { dataSource } from "@prismatic-io/spectral";
import { createClient } from "../client/createClient";
import { connectionInput } from "../inputs/connection";
import { listUsers } from "../operations/users";
import { type Entry, pickerOptions, toPicklist } from "./picklist";
import { nameOf } from "./userName";

/** Lists the company's users to pick one from. */
export const users = dataSource({
  display: {
    label: "Select User",
    description: "Pick a user of the company. Scope: api:users:read.",
  },
  dataSourceType: "picklist",
  inputs: { connection: connectionInput },
  perform: async (context, { connection }) => {
    const client = createClient(connection, context, pickerOptions());
    const answer = await client.list(listUsers, {}, { fetchAll: true });
    return toPicklist(
      answer.users.map(
        (user): Entry => ({
          key: user.id,
          label: `${nameOf(user)}${user.active === false ? ", inactive" : ""}`,
        }),
      ),
    );
  },
  examplePayload: {
    result: [
      { key: "234599484848423", label: "Ada Quill (ada.quill@harbourline.example)" },
      { key: "563515258458745", label: "Noor Hale (noor.hale@harbourline.example), inactive" },
    ],
  },
});
