import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import FormControlLabel from "@mui/material/FormControlLabel";
import Switch from "@mui/material/Switch";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { type Item, idOf } from "../../shared/catalog";
import { follow, isRunning } from "../running";
import { getState, setValue, useStore, valuesOf } from "../store";

/** What the local Gong can send to the trigger. */
const events = [
  { kind: "signed", name: "Signed", hint: "As Gong sends it" },
  { kind: "unsigned", name: "Unsigned", hint: "Without a token" },
  { kind: "forged", name: "Forged", hint: "Signed with another key" },
  { kind: "expired", name: "Expired", hint: "Signed with an expiry in the past" },
  { kind: "tampered", name: "Tampered", hint: "Changed after signing" },
  { kind: "wrongUrl", name: "Wrong URL", hint: "Signed for another URL" },
  { kind: "algNone", name: "alg none", hint: "A token that claims to need no signature" },
  { kind: "hs256", name: "HS256", hint: "Signed with the public key as a secret" },
] as const;

/** Fires an event of the local Gong at the trigger; the verdict shows on the right. */
export function WebhookControls({ item }: { item: Item }) {
  const [isTest, setTest] = useState(false);
  const running = useStore(({ runs }) => isRunning(runs[idOf(item)]));
  const keyInput = item.inputs.find(({ key }) => /publicKey/i.test(key));

  const fire = (event: string) =>
    void follow(item, "webhook", {
      key: item.key,
      event,
      isTest,
      inputs: valuesOf(item),
      connection: getState().connection,
    });

  return (
    <Box
      component="section"
      aria-label="Fire an event"
      sx={{
        mt: 1.5,
        p: 1.5,
        border: 1,
        borderColor: "divider",
        borderRadius: 1,
        bgcolor: "background.bar",
      }}
    >
      <Box sx={{ display: "flex", alignItems: "center", gap: 1 }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          Fire an event
        </Typography>
        <FormControlLabel
          control={<Switch size="small" checked={isTest} onChange={(_, on) => setTest(on)} />}
          label={<Typography variant="body2">Test now event</Typography>}
          sx={{ mr: 0 }}
        />
      </Box>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        The local Gong sends an event about its latest call, and the trigger accepts or refuses it.
      </Typography>
      <Box
        sx={{
          display: "grid",
          gridTemplateColumns: "repeat(auto-fill, minmax(104px, 1fr))",
          gap: 0.75,
        }}
      >
        {events.map(({ kind, name, hint }) => (
          <Button
            key={kind}
            variant="outlined"
            color="inherit"
            disabled={running}
            title={hint}
            onClick={() => fire(kind)}
            sx={{ borderColor: "divider", bgcolor: "background.paper" }}
          >
            {name}
          </Button>
        ))}
      </Box>
      {keyInput && (
        <Button
          onClick={() => setValue(item, keyInput.key, getState().state?.publicKey)}
          sx={{ mt: 0.75, ml: -1 }}
        >
          Fill in the local Gong's public key
        </Button>
      )}
    </Box>
  );
}
