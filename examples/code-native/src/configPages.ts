import { configPage, configVar, connectionConfigVar } from "@prismatic-io/spectral";

/** What a customer fills in when installing the integration. */
export const configPages = {
  Gong: configPage({
    elements: {
      "Gong Connection": connectionConfigVar({
        stableKey: "gong-connection",
        dataType: "connection",
        connection: {
          component: "gong",
          key: "gongApiKey",
          values: {
            baseUrl: { permissionAndVisibilityType: "customer" },
            accessKey: { permissionAndVisibilityType: "customer" },
            accessKeySecret: { permissionAndVisibilityType: "customer" },
          },
        },
      }),
      Schedule: configVar({
        stableKey: "schedule",
        dataType: "schedule",
        defaultValue: "*/5 * * * *",
      }),
    },
  }),
};
