import Alert from "@mui/material/Alert";
import { Component, type ReactNode } from "react";

interface Props {
  readonly children: ReactNode;
}

/** Keeps a part of the page that breaks from taking the rest with it. */
export class ErrorBoundary extends Component<Props, { readonly message?: string }> {
  override state: { readonly message?: string } = {};

  static getDerivedStateFromError({ message }: Error) {
    return { message };
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === undefined) return this.props.children;
    return (
      <Alert severity="error" role="alert">
        This part could not be displayed: {message}
      </Alert>
    );
  }
}
