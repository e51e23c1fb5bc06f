import type { User } from "../operations/answers";
import { listUsers } from "../operations/users";
import { picker, readAll, sortByLabel } from "./picker";
import { nameOf } from "./userName";

/** Lists the company's users to pick one from. */
export const users = picker({
  label: "Select User",
  description: "Pick a user of the company. Active users come first.",
  reads: [listUsers],
  order: "as listed",
  list: async (client) => {
    const entries = (await readAll<User>(client, listUsers)).map((user) => ({
      key: user.id,
      label: `${nameOf(user)}${user.active === false ? ", inactive" : ""}`,
      isActive: user.active !== false,
    }));
    return [true, false].flatMap((isActive) =>
      sortByLabel(entries.filter((entry) => entry.isActive === isActive)),
    );
  },
  example: [
    { key: "234599484848423", label: "Ada Quill (ada.quill@harbourline.example)" },
    { key: "563515258458745", label: "Noor Hale (noor.hale@harbourline.example), inactive" },
  ],
});
