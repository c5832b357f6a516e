/** The module {@code crypto}: hashes, passwords, random values and signed tokens. */
@NullMarked
package dev.moonlet.module.crypto;

import org.jspecify.annotations.NullMarked;
