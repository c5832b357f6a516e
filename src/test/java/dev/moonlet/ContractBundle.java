package dev.moonlet;

import java.io.IOException;
import java.nio.file.Path;

/** A bundle whose document promises some of everything. */
final class ContractBundle {

    private static final String HANDLERS =
            """
            local handlers = {}

            function handlers.echo(req)
              return { params = req.params, query = req.query, cookies = req.cookies,
                count = req.headers["x-count"], body = req.body, user = req.user }
            end

            function handlers.kinds(req)
              return { id = math.type(req.params.id), body = type(req.body),
                n = req.body and math.type(req.body.n), own = req.body and rawget(req.body, "__index") }
            end

            function handlers.methods(req)
              local value, problem = req:json()
              local form, noform = req:form()
              return { text = req:text(), json = value, files = #req:files(), method = req.method,
                problem = problem and problem:kind(), noform = noform and noform:message(),
                locked = getmetatable(req), remote = req.remote,
                other = pcall(req.text, {}) }
            end
            return handlers
            """;

    private static final String PATHS =
            """
            /items/{id}:
              parameters:
                - {name: id, in: path, required: true, schema: {type: integer, minimum: 1}}
                - {name: limit, in: query, schema: {type: integer}}
                - {$ref: 'shared/parameters.yml#/count'}
              get:
                x-handler: handlers.echo
                parameters:
                  - {name: limit, in: query, schema: {type: integer, maximum: 9, default: 5}}
                  - {name: c, in: cookie, schema: {type: boolean}}
                  - {name: tags, in: query, schema: {type: array, maxItems: 2, items: {enum: [a, b]}}}
              put: {x-handler: handlers.kinds}
            /orders:
              post:
                x-handler: handlers.echo
                requestBody:
                  required: true
                  content:
                    application/json: {schema: {$ref: 'schemas/order.json#/Order'}}
                    application/x-www-form-urlencoded: {schema: {$ref: 'schemas/order.json#/Order'}}
                    text/*: {}
            /any:
              post: {x-handler: handlers.methods}
              get: {x-handler: handlers.methods}
            /tree:
              post:
                x-handler: handlers.echo
                requestBody:
                  content:
                    application/*+json: {schema: {$ref: '#/components/schemas/Tree'}}
            /wide:
              post:
                x-handler: handlers.echo
                requestBody:
                  content:
                    application/json: {schema: {$ref: '#/components/schemas/Wide'}}
            /shared: {$ref: 'shared/paths.yaml#/~1shared'}
            /reports/{name}.json:
              get:
                x-handler: handlers.echo
                responses:
                  "200": {description: A report, content: {application/json: {}}}
            /matrix/{m}:
              get:
                x-handler: handlers.echo
                parameters:
                  - {name: m, in: path, required: true, style: matrix, schema: {type: integer}}
            """;

    private static final String COMPONENTS =
            """
            components:
              schemas:
                Tree:
                  type: object
                  additionalProperties: false
                  properties:
                    name: {type: string, pattern: '^(a+)+$'}
                    children: {type: array, items: {$ref: '#/components/schemas/Tree'}}
                Wide:
                  anyOf:
                    - {type: object, properties: {a: {$ref: '#/components/schemas/Wide'}, b: false}}
                    - {type: object, properties: {a: {$ref: '#/components/schemas/Wide'}, c: false}}
                    - {type: integer}
            """;

    private static final String ORDER =
            """
            {
            \t"Order": {
            \t\t"type": "object",
            \t\t"required": ["item"],
            \t\t"additionalProperties": false,
            \t\t"properties": {
            \t\t\t"item": {"type": "string", "minLength": 1},
            \t\t\t"count": {"type": "integer", "default": 1, "maximum": 100},
            \t\t\t"tags": {"type": "array", "items": {"type": "string"}},
            \t\t\t"note": {"$ref": "../shared/note.yaml"}
            \t\t}
            \t}
            }
            """;

    private ContractBundle() {}

    static RunningMoonlet serve(Path folder) throws IOException {
        new BundleFolder(folder)
                .with(
                        "config/openapi.yaml",
                        "openapi: 3.1.0\npaths:\n" + PATHS.indent(2) + COMPONENTS)
                .with("config/schemas/order.json", ORDER)
                .with("config/shared/note.yaml", "type: [string, 'null']\nmaxLength: 5\n")
                .with(
                        "config/shared/parameters.yml",
                        "count: {name: X-Count, in: header, schema: {type: integer}}\n")
                .with("config/shared/paths.yaml", "/shared: {get: {x-handler: handlers.echo}}\n")
                .with("lua/handlers.lua", HANDLERS);
        return RunningMoonlet.serving(folder, "moonlet.limits.time=2s");
    }
}
