/** Every trigger under the key that integrations know it by. */
export const triggers = {};
