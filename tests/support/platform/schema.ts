import { buildSchema } from "graphql";

/**
 * The part of the platform's GraphQL schema that publishing touches, as prism's queries use it.
 * What a component consists of stays as it was sent; the test compares it.
 */
export const schema = buildSchema(`
  scalar ComponentDefinitionInput
  scalar ActionDefinitionInput
  scalar TriggerDefinitionInput
  scalar DataSourceDefinitionInput
  scalar ConnectionDefinitionInput

  type Query {
    authenticatedUser: User!
    components(key: String, public: Boolean): ComponentConnection!
  }

  type User { id: ID! name: String! email: String! tenantId: String! org: Organization customer: Customer }
  type Organization { id: ID! name: String! }
  type Customer { id: ID! name: String! }
  type ComponentConnection { nodes: [Component!]! }
  type Component { id: ID! versionNumber: Int! signature: String }

  type Mutation {
    publishComponent(input: PublishComponentInput!): PublishComponentPayload!
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
`);
