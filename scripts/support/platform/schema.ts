import { buildSchema } from "graphql";

/**
 * The part of the platform's GraphQL schema that publishing and importing touch, as prism's
 * queries use it. What a component consists of stays as it was sent.
 */
export const schema = buildSchema(`
  scalar ComponentDefinitionInput
  scalar ActionDefinitionInput
  scalar TriggerDefinitionInput
  scalar DataSourceDefinitionInput
  scalar ConnectionDefinitionInput

  type Query {
    authenticatedUser: User!
    components(
      key: String
      public: Boolean
      versionNumber: Int
      includeComponentsForCodeNativeIntegrations: Boolean
    ): ComponentConnection!
  }

  type User { id: ID! name: String! email: String! tenantId: String! org: Organization customer: Customer }
  type Organization { id: ID! name: String! }
  type Customer { id: ID! name: String! }
  type ComponentConnection { nodes: [Component!]! }
  type Component { id: ID! versionNumber: Int! signature: String }

  type Mutation {
    publishComponent(input: PublishComponentInput!): PublishComponentPayload!
    importIntegration(input: ImportIntegrationInput!): ImportIntegrationPayload!
    validateIntegrationSchema(
      input: ValidateIntegrationSchemaInput!
    ): ValidateIntegrationSchemaPayload!
  }

  input PublishComponentInput {
    definition: ComponentDefinitionInput!
    actions: [ActionDefinitionInput]!
    triggers: [TriggerDefinitionInput]
    dataSources: [DataSourceDefinitionInput]
    connections: [ConnectionDefinitionInput]
    comment: String
    customer: ID
    attributes: String
  }

  type PublishComponentPayload { publishResult: PublishResult errors: [FieldError!]! }
  type FieldError { field: String! messages: [String!]! }

  type PublishResult {
    component: Component!
    iconUploadUrl: String!
    packageUploadUrl: String!
    sourceUploadUrl: String!
    connectionIconUploadUrls: [ConnectionIcon!]!
    connectionAvatarIconUploadUrls: [ConnectionIcon!]!
  }

  type ConnectionIcon { connectionKey: String! iconUploadUrl: String! }

  input ImportIntegrationInput { definition: String! integrationId: ID replace: Boolean }
  type ImportIntegrationPayload { integration: Integration errors: [FieldError!]! }
  type Integration {
    id: ID!
    flows: FlowConnection!
    testConfigVariables(status: String): ConfigVariableConnection!
    systemInstance: Instance!
  }
  type FlowConnection { nodes: [Flow!]! }
  type Flow { id: ID! name: String! }
  type ConfigVariableConnection { nodes: [ConfigVariable!]! }
  type ConfigVariable { id: ID! authorizeUrl: String }
  type Instance { id: ID! flowConfigs: FlowConfigConnection! }
  type FlowConfigConnection { nodes: [FlowConfig!]! }
  type FlowConfig { id: ID! flow: Flow! apiKeys: [String!] }

  input ValidateIntegrationSchemaInput { definition: String! }
  type ValidateIntegrationSchemaPayload { result: ValidationResult errors: [FieldError!]! }
  type ValidationResult { isValid: Boolean! }
`);
