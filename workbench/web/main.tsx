import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/jetbrains-mono/wght.css";
import CssBaseline from "@mui/material/CssBaseline";
import { ThemeProvider } from "@mui/material/styles";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { load } from "./load";
import { followAddress } from "./store";
import { theme } from "./theme";

followAddress();
void load();

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <ThemeProvider theme={theme} defaultMode="system" noSsr>
      <CssBaseline />
      <App />
    </ThemeProvider>,
  );
}
