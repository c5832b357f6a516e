/** The module {@code actionbus}: functions and beans that are called by a name. */
@NullMarked
package dev.moonlet.module.actionbus;

import org.jspecify.annotations.NullMarked;
