/**
 * Cameras and their footage. The rule: what is acknowledged is in the store and in the log; who watches it is in the log first; nothing is deleted but
 * what a rule ends and no hold keeps.
 *
 * <p>Start at {@link io.dovira.command.footage.CameraCommand} and {@link io.dovira.command.footage.FootageCommand}, the menus; {@code CameraDecider} and
 * {@code FootageDecider} say what may happen when. Content comes in by {@code UploadController}, goes out by {@code ContentController}, and is looked
 * after by {@code FootageCare}.
 */
@NullMarked
package io.dovira.command.footage;

import org.jspecify.annotations.NullMarked;
