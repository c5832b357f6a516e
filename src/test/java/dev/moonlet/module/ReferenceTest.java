package dev.moonlet.module;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlet.lua.Text;
import dev.moonlet.module.signature.Field;
import dev.moonlet.module.signature.Types;
import dev.moonlet.operation.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.luaj.vm2.LuaValue;

/** What people get to read of a module. */
class ReferenceTest {

    private record Buy() implements Operation {}

    private static final ObjectType<String> BOX =
            ObjectType.named("net.shop.Box", String.class)
                    .field(new Field("size", Types.INTEGER, "in cm"), _ -> LuaValue.ONE)
                    .method(
                            ModuleFunction.named("open")
                                    .described("Opens it.")
                                    .takes("how", Types.STRING, "gently"))
                    .metamethod(
                            ModuleFunction.named("__len")
                                    .takes("self", Types.ANY)
                                    .returns(Types.INTEGER));

    private static final String PAGE =
            """
            # net.shop

            Sells things.

            ```lua
            local shop = require "net.shop"
            ```

            Classes: `network`, `storage`. It waits: a profile has to have the feature `async`. Needs [money](money.md).

            ## Functions

            ### buy

            ```lua
            shop.buy(item: shop.Item, count?: integer, note?: string, ...: any): net.shop.Box?, errors.Error?
            ```

            Buys some. It waits.

            - `count` is `1` if it is left out

            ### close

            ```lua
            shop.close()
            ```

            ## Objects

            ### net.shop.Box

            | field | type | what it is |
            |---|---|---|
            | `size` | `integer` | in cm |

            ```lua
            box:open(how?: string)
            ```

            Opens it.

            - `how` is `"gently"` if it is left out

            Metamethods: `__len(self: any): integer`.

            ## Records

            ### shop.Item

            | field | type | what it is |
            |---|---|---|
            | `price` | `integer\\|string` | in cents |

            ## Constants

            | constant | type | value |
            |---|---|---|
            | `VERSION` | `string` | `"1"` |
            | `SEATS` | `integer` | `7` |

            ## Modules

            | field | module |
            |---|---|
            | `back` | [net.back](net.back.md) |
            """;

    private static Definition shop() {
        return Definition.of("net.shop", "Sells things.")
                .classes(ModuleClass.STORAGE, ModuleClass.NETWORK)
                .needs("money")
                .member("back", "net.back")
                .with("VERSION", Text.of("1"))
                .with("SEATS", LuaValue.valueOf(7))
                .with(BOX)
                .with(
                        ModuleFunction.named("buy")
                                .described("Buys some.")
                                .takes(
                                        "item",
                                        Types.record(
                                                "shop.Item",
                                                new Field(
                                                        "price",
                                                        Types.union(Types.INTEGER, Types.STRING),
                                                        "in cents")))
                                .takes("count", Types.INTEGER, LuaValue.ONE)
                                .takes("note", Types.optional(Types.STRING))
                                .takesRest(Types.ANY)
                                .returnsOrFails(BOX)
                                .asks(Buy.class, _ -> new Buy(), _ -> LuaValue.NIL))
                .with(ModuleFunction.named("close"));
    }

    @Test
    void isAPageOfWhatTheModuleSays() {
        assertThat(Reference.of(shop())).isEqualTo(PAGE);
    }

    @Test
    void isNamedInTheIndex() {
        assertThat(Reference.index(List.of(shop())))
                .isEqualTo(
                        """
                        | module | what it does | classes |
                        |---|---|---|
                        | [net.shop](net.shop.md) | Sells things. | `network`, `storage` |\
                        """);
    }
}
