import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { text } from "node:stream/consumers";
import { startSandbox } from "../sandbox";
import { root } from "./support/component";

it("npm run action works on the account that the environment names, and ends quietly without a reader", async () => {
  const account = await startSandbox();
  const { url, accessKey, accessKeySecret } = account;
  const child = spawn(
    process.execPath,
    ["--import", "tsx", path.join(root, "scripts/action.ts"), "listUsers"],
    {
      cwd: root,
      env: {
        ...process.env,
        GONG_BASE_URL: url,
        GONG_ACCESS_KEY: accessKey,
        GONG_ACCESS_KEY_SECRET: accessKeySecret,
      },
    },
  );
  child.stdout.destroy();
  const [errors, [status]] = await Promise.all([text(child.stderr), once(child, "close")]);
  await account.stop();
  expect({ status, errors }).toEqual({
    status: 0,
    errors: `Running listUsers on the account at ${url}.\n`,
  });
  expect(account.requests).toMatchObject([{ path: "/v2/users", status: 200 }]);
});
