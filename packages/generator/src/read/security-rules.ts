import { boolean, map, type ObjectRule, object, string } from "./object-shapes.ts";

/** Ways to authenticate. */
export const securityRules: Readonly<Record<"securityScheme" | "oauthFlows" | "oauthFlow", ObjectRule>> = {
  securityScheme: {
    title: "security scheme",
    fields: {
      type: string,
      description: string,
      name: string,
      in: string,
      scheme: string,
      bearerFormat: string,
      flows: object("oauthFlows"),
      openIdConnectUrl: string,
      oauth2MetadataUrl: string,
      deprecated: boolean,
    },
    required: ["type"],
  },
  oauthFlows: {
    title: "oauth flows",
    fields: {
      implicit: object("oauthFlow"),
      password: object("oauthFlow"),
      clientCredentials: object("oauthFlow"),
      authorizationCode: object("oauthFlow"),
      deviceAuthorization: object("oauthFlow"),
    },
  },
  oauthFlow: {
    title: "oauth flow",
    fields: {
      authorizationUrl: string,
      deviceAuthorizationUrl: string,
      tokenUrl: string,
      refreshUrl: string,
      scopes: map(string),
    },
  },
};
