"""Prints the exact pages of a PDF. QtPrintSupport loads when it is first needed."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDialog, QWidget

from desktop.casefile.pages import draw, image_of

PRINT_DOTS = 300


def print_pdf(pdf: bytes, parent: QWidget) -> bool:
    """Ask for a printer and print; whether it was printed."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    chosen = dialog.exec()
    dialog.deleteLater()
    if chosen != QDialog.DialogCode.Accepted:
        return False
    painter = QPainter(printer)
    try:
        for at, page in enumerate(draw(pdf, PRINT_DOTS)):
            if at:
                printer.newPage()
            painter.drawImage(QRectF(painter.viewport()), image_of(page))
    finally:
        painter.end()
    return True
