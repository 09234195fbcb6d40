# Makes the workbook samples with LibreOffice: python3 make_workbooks.py FOLDER (needs python3-uno and libreoffice-calc)
import os, subprocess, sys, tempfile, time
import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.table import CellRangeAddress

folder = os.path.abspath(sys.argv[1])
office = subprocess.Popen(['soffice', '--headless', '--norestore', '--accept=socket,host=127.0.0.1,port=2099;urp;',
                           f'-env:UserInstallation=file://{tempfile.mkdtemp()}'])
local = uno.getComponentContext()
resolver = local.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', local)
for attempt in range(60):
    try:
        context = resolver.resolve('uno:socket,host=127.0.0.1,port=2099;urp;StarOffice.ComponentContext')
        break
    except Exception:
        time.sleep(1)
desktop = context.ServiceManager.createInstanceWithContext('com.sun.star.frame.Desktop', context)


def prop(name, value):
    p = PropertyValue()
    p.Name, p.Value = name, value
    return p


def put(sheet, rows, top=0):
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            cell = sheet.getCellByPosition(c, top + r)
            if isinstance(value, (int, float)) and not isinstance(value, bool):
                cell.setValue(value)
            elif isinstance(value, str) and value.startswith('='):
                cell.setFormula(value)
            elif isinstance(value, str):
                cell.setString(value)


def date(document, sheet, column, row, serial, code='YYYY-MM-DD'):
    formats = document.getNumberFormats()
    locale = uno.createUnoStruct('com.sun.star.lang.Locale')
    key = formats.queryKey(code, locale, False)
    if key == -1:
        key = formats.addNew(code, locale)
    cell = sheet.getCellByPosition(column, row)
    cell.setValue(serial)
    cell.NumberFormat = key


document = desktop.loadComponentFromURL('private:factory/scalc', '_blank', 0, (prop('Hidden', True),))
sheets = document.getSheets()
notes = sheets.getByIndex(0)
notes.setName('Old notes')
put(notes, [['Name', 'Business unit', 'Stage'], ['Do not import', 'Nowhere', 'Retired']])
sheets.insertNewByName('Inventory 2025', 1)
sheet = sheets.getByName('Inventory 2025')
put(sheet, [
    ['AI inventory of Northwind', '', '', '', '', ''],
    ['as of 30 June', '', '', '', '', ''],
    ['Name', 'Business unit', 'Stage', 'Tier', 'Deployed on', 'Annual value'],
    ['Churn', 'Retail', 'Production', 2, '', 120000],
    ['Größe & Maß', '', 'Development', 3, '', 80000.5],
    ['Fraud “A”', '', 'Production', 1, '', '=40000*2'],
    ['Pricing', 'Insurance', 'Retired', 3, '', 0],
    ['Broken', 'Insurance', 'Development', 2, '', '=1/0'],
    ['Naïve scoring', 'Markets', '=CONCATENATE("Valid";"ation")', 1, '', 5000],
    ['Total', '', '', '', '', '=SUM(F4:F7;F9)'],
])
for row, serial in [(3, 45292), (5, 45352), (6, 44927)]:
    date(document, sheet, 4, row, serial)
sheet.getCellRangeByName('A1:F1').merge(True)
sheet.getCellRangeByName('B4:B6').merge(True)
sheets.insertNewByName('Inventory 2026', 2)
put(sheets.getByName('Inventory 2026'), [
    ['Name', 'Stage', 'Business unit', 'Tier', 'Annual value', 'Deployed on'],
    ['Underwriting', 'Production', 'Insurance', 1, 250000, ''],
    ['Document search', 'Development', 'Operations', 3, 10000, ''],
])
date(document, sheets.getByName('Inventory 2026'), 5, 1, 46054)
sheets.insertNewByName('Other', 3)
put(sheets.getByName('Other'), [['Contact', 'Telephone'], ['Ada', '123']])
document.getCurrentController().setActiveSheet(sheet)
notes.IsVisible = False


def save(name, filter_name, *more):
    document.storeToURL(f'file://{folder}/{name}', (prop('FilterName', filter_name), *more))


save('inventory.ods', 'calc8')
save('locked.ods', 'calc8', prop('Password', 'secret'))
# Headless, it writes the first sheet as shown: the hidden one goes behind.
sheets.moveByName('Old notes', 4)
save('inventory.xls', 'MS Excel 97')
save('inventory.xlsx', 'Calc MS Excel 2007 XML')
save('locked.xls', 'MS Excel 97', prop('Password', 'secret'))
document.close(True)

# Longer than one record of the old format: texts are cut in the middle, with characters of one and of two bytes.
document = desktop.loadComponentFromURL('private:factory/scalc', '_blank', 0, (prop('Hidden', True),))
sheet = document.getSheets().getByIndex(0)
put(sheet, [['Name', 'Purpose', 'Risk', 'Rank']] + [
    [f'Model {n}', ('Weighs claims ' if n % 2 else 'Prüft Schäden 模型 ') * (n % 60 + 1), n / 7, -n * 1000] for n in range(1, 301)])
save('long-texts.xls', 'MS Excel 97')
save('long-texts.ods', 'calc8')
document.close(True)
try:
    desktop.terminate()
except Exception:
    pass
office.wait(30)
