/** The live boards: what facts make of them, and how they are told over HTTP. */
@NullMarked
package io.dovira.query.live;

import org.jspecify.annotations.NullMarked;
