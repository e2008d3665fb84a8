declare module "virtual:trunkline/navigation" {
  export const base: string;
  export const navigation: readonly import("./navigation.ts").Section[];
}
