import { createTheme } from "@mui/material/styles";

const sans = '"Inter Variable", system-ui, sans-serif';
/** For keys, JSON and paths. */
export const mono = '"JetBrains Mono Variable", ui-monospace, monospace';

declare module "@mui/material/styles" {
  interface TypeBackground {
    /** Strips above and beside the panels. */
    bar: string;
    /** What the pointer or the keyboard is on. */
    soft: string;
  }
}

/** Calm and dense: 13 px, hairlines instead of shadows, one accent. Every text meets WCAG AA. */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: "data-mode" },
  colorSchemes: {
    light: {
      palette: {
        primary: { main: "#5B3FD6" },
        error: { main: "#B9252B" },
        warning: { main: "#8A5200" },
        success: { main: "#136C41" },
        info: { main: "#1C62A0" },
        background: { default: "#F4F4F7", paper: "#FFFFFF", bar: "#FBFBFD", soft: "#F0EFF6" },
        text: { primary: "#1B1B24", secondary: "#585868" },
        divider: "#E2E2EA",
      },
    },
    dark: {
      palette: {
        primary: { main: "#AC9BFF", dark: "#C2B5FF", contrastText: "#15121F" },
        error: { main: "#FF8D8D" },
        warning: { main: "#F2B65A" },
        success: { main: "#5FD39A" },
        info: { main: "#7DBBF5" },
        background: { default: "#0F1015", paper: "#16171E", bar: "#13141A", soft: "#20212B" },
        text: { primary: "#ECECF2", secondary: "#A5A6B8" },
        divider: "#2A2B37",
      },
    },
  },
  shape: { borderRadius: 6 },
  spacing: 8,
  typography: {
    fontFamily: sans,
    fontSize: 13,
    htmlFontSize: 16,
    h1: { fontSize: 18, fontWeight: 650, letterSpacing: "-0.01em", lineHeight: 1.3 },
    h2: { fontSize: 13, fontWeight: 650, lineHeight: 1.4 },
    h3: { fontSize: 12, fontWeight: 600, lineHeight: 1.4 },
    h5: { fontSize: 13, fontWeight: 600 },
    h6: { fontSize: 13, fontWeight: 600 },
    body1: { fontSize: 13, lineHeight: 1.5 },
    body2: { fontSize: 12, lineHeight: 1.5 },
    caption: { fontSize: 11, lineHeight: 1.4 },
    button: { fontSize: 12.5, fontWeight: 550, textTransform: "none" },
  },
  components: {
    MuiCssBaseline: {
      styleOverrides: {
        html: { height: "100%" },
        body: { height: "100%", overflow: "hidden" },
        "#root": { height: "100%" },
        "*:focus-visible": {
          outline: "2px solid var(--mui-palette-primary-main)",
          outlineOffset: 1,
        },
        "@media (prefers-reduced-motion: reduce)": {
          "*": { animationDuration: "0.01ms !important", transitionDuration: "0.01ms !important" },
        },
      },
    },
    MuiButtonBase: { defaultProps: { disableRipple: true } },
    MuiButton: {
      defaultProps: { size: "small", disableElevation: true },
      styleOverrides: { root: { minHeight: 30, paddingInline: 10, whiteSpace: "nowrap" } },
    },
    MuiIconButton: { defaultProps: { size: "small" } },
    MuiTextField: { defaultProps: { size: "small" } },
    MuiFormControl: { defaultProps: { size: "small" } },
    MuiSelect: { defaultProps: { size: "small" } },
    MuiOutlinedInput: {
      defaultProps: { size: "small" },
      styleOverrides: {
        root: { fontSize: 13, background: "var(--mui-palette-background-paper)" },
        input: {
          paddingBlock: 6.5,
          paddingInline: 10,
          height: "1.4em",
          "&::placeholder": { color: "var(--mui-palette-text-secondary)", opacity: 0.85 },
        },
        inputMultiline: { padding: 0 },
        multiline: { padding: "6.5px 10px" },
        notchedOutline: {
          borderColor: "color-mix(in srgb, var(--mui-palette-text-secondary) 45%, transparent)",
        },
      },
    },
    MuiAutocomplete: {
      styleOverrides: {
        inputRoot: { padding: "0 39px 0 0 !important" },
        input: { padding: "6.5px 10px !important" },
      },
    },
    // What JSON Forms draws its lists with.
    MuiAvatar: {
      styleOverrides: {
        root: {
          width: 24,
          height: 24,
          fontSize: 12,
          color: "var(--mui-palette-text-primary)",
          background: "var(--mui-palette-background-soft)",
        },
      },
    },
    MuiAccordion: { defaultProps: { variant: "outlined" } },
    MuiCard: { defaultProps: { variant: "outlined" } },
    MuiTooltip: { defaultProps: { enterDelay: 400 } },
    MuiTab: {
      styleOverrides: { root: { minHeight: 36, paddingBlock: 6, paddingInline: 12, minWidth: 0 } },
    },
    MuiTabs: { styleOverrides: { root: { minHeight: 36 } } },
    MuiMenuItem: { styleOverrides: { root: { fontSize: 13, minHeight: 32 } } },
    MuiChip: {
      defaultProps: { size: "small" },
      styleOverrides: { root: { fontSize: 11.5, height: 22 } },
    },
    MuiAlert: {
      styleOverrides: {
        root: { paddingBlock: 4, paddingInline: 12, fontSize: 12.5, alignItems: "flex-start" },
      },
    },
    MuiPaper: { styleOverrides: { root: { backgroundImage: "none" } } },
  },
});
