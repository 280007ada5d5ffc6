import next from "@next/eslint-plugin-next";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const prismaIsPrivate = {
  regex: "server/db/generated",
  message: "Only src/server/db and a slice's data, evidence and uses may know the generated Prisma client.",
};
const serverIsPrivate = {
  regex: "^@/(server|.*/(data|evidence|papers|uses|commands|router)$)",
  message: "Components ask the API; they never import the server's side.",
};

export default tseslint.config(
  {
    ignores: [
      ".next/**",
      ".data/**",
      "src/server/db/generated/**",
      "next-env.d.ts",
      "node_modules/**",
      "test-results/**",
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  hooks.configs.flat["recommended-latest"],
  {
    plugins: { "@next/next": next },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["*.js", "*.mjs", "scripts/*.mjs"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      ...next.configs.recommended.rules,
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      "@typescript-eslint/dot-notation": ["error", { allowIndexSignaturePropertyAccess: true }],
      "@typescript-eslint/no-unused-vars": ["error", { varsIgnorePattern: "^_$" }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      complexity: ["error", 12],
      "max-depth": ["error", 3],
      "no-console": "error",
      eqeqeq: "error",
      "no-restricted-imports": ["error", { patterns: [prismaIsPrivate] }],
    },
  },
  {
    files: [
      "src/server/**",
      "src/domains/*/{data,evidence,uses}.ts",
      "src/domains/*/{data,evidence,uses}/*.ts",
      "src/domains/uses.ts",
      "tests/**",
      "scripts/**",
    ],
    rules: { "no-restricted-imports": "off" },
  },
  {
    files: ["src/domains/*/components/**", "src/ui/**"],
    rules: { "no-restricted-imports": ["error", { patterns: [prismaIsPrivate, serverIsPrivate] }] },
  },
  { files: ["scripts/**", "tests/bench/**"], rules: { "no-console": "off" } },
  { files: ["**/*.js", "**/*.mjs"], ...tseslint.configs.disableTypeChecked },
);
