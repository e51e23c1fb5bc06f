import SvgIcon, { type SvgIconProps } from "@mui/material/SvgIcon";

/** An icon by its path. Decoration: what it means stands beside it or in its button's label. */
export function Icon({ path, ...rest }: { path: string } & SvgIconProps) {
  return (
    <SvgIcon aria-hidden {...rest} sx={{ fontSize: 18, ...rest.sx }}>
      <path d={path} />
    </SvgIcon>
  );
}
